"""Evals: question sets, measures, runner and report; console command ``evals``."""
