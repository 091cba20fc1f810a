import pytest

from training.run import Plan

PLAN = Plan(minutes=60, rate=1e-4, head_rate=1e-3, hold=0.4, warmup_steps=10)


@pytest.mark.parametrize(
    ("step", "progress", "scale"),
    [(0, 0.0, 0.1), (9, 0.0, 1.0), (500, 0.4, 1.0), (500, 0.7, 0.5), (900, 1.0, 0.0)],
)
def test_rate_warms_up_holds_and_falls_to_zero(step, progress, scale):
    assert PLAN.scale(step, progress) == pytest.approx(scale)
