"""What `thamtop doctor` says, in English as the rest of the command line."""

SETTINGS = {
    "well": "All variables that begin with THAMTOP_ are settings.",
    "misspelt": "{name} is no setting; did you mean {meant}?",
    "unknown": "{name} is no setting; unset it (the settings are {all}).",
}
FOLDER = {
    "well": "The data are kept in {home}.",
    "none": "There is no data folder {home} yet; the first question makes it.",
    "file": "{home} is no folder; set THAMTOP_HOME to a folder you can write to.",
    "unwritable": "The data folder {home} cannot be written ({reason}); set THAMTOP_HOME to a "
    "folder you can write to.",
}
INDEX = {
    "well": "Articles: {documents}; all their texts have vectors of {encoder}.",
    "none": "There is no index yet; the first question makes it, with the shipped article in it.",
    "empty": "There are no articles; add one with `thamtop add`.",
    "older": "The index has the form of the version before; the next question renews it.",
    "pending": "Texts that wait for their vectors and are found by their words only: {pending}; "
    "`thamtop search` with any question encodes them.",
    "mismatch": "The index was built with the encoder {owner}, not {encoder}; set "
    "THAMTOP_ENCODER={owner}, or rebuild it with `thamtop reindex`.",
    "unusable": "The file of vectors ({file}) is damaged or made of other vectors; `thamtop "
    "search` with any question builds it anew.",
    "behind": "The file of vectors ({file}) is far behind the articles; `thamtop search` with any "
    "question builds it anew.",
}
ENCODER = {"well": "{name} encodes."}
READER = {
    "well": "The shipped reader reads, with the weights that belong to this version.",
    "missing": "The reader's weights are not all there ({file} is missing); install thamtop anew, "
    "or check the repository out again.",
    "wrong": "The reader's weights are not those of this version ({file} differs); install thamtop "
    "anew, or check the repository out again.",
    "broken": "The reader does not run on this machine ({reason}); install onnxruntime and "
    "tokenizers anew.",
}
RERANKER = {
    "reader": "The reader breaks near ties.",
    "none": "None is set; the passages stay in the order of the search.",
    "well": "{name} puts the passages in order.",
}
LATE = (
    "{name} was not ready within {seconds:.0f} s; if it is still being downloaded, wait and try "
    "again."
)
CHAT = {
    "none": "None is set; the answers are words of the sources.",
    "forgotten": "{name} is set, but THAMTOP_CHAT_MODEL is not, so no chat model is used; set it "
    "too.",
    "well": "{model} at {place} answers, its first words after {seconds:.1f} s.",
    "package": "{model} needs a package that is not installed; run `pip install "
    "'thamtop[{extra}]'`.",
    "other_package": "{model} needs a package of LangChain's that is not installed; install that, "
    "or use the extra openai, anthropic or ollama of thamtop.",
    "no_key": "{model} has no key; set THAMTOP_CHAT_API_KEY.",
    "unknown": "LangChain knows no chat model {model}; set THAMTOP_CHAT_MODEL to a provider and a "
    "model, such as ollama:llama3.2 or openai:gpt-5-mini.",
    "unopened": "{model} cannot be opened ({kind}); check THAMTOP_CHAT_MODEL and "
    "THAMTOP_CHAT_BASE_URL.",
    "key": "{place} refused the key; check THAMTOP_CHAT_API_KEY.",
    "key_letters": "THAMTOP_CHAT_API_KEY has characters in it that no key has; copy it anew.",
    "missing": "{place} has no model {model}, or no chat at this address; check "
    "THAMTOP_CHAT_MODEL, and THAMTOP_CHAT_BASE_URL, which mostly ends in /v1.",
    "refused": "Nothing listens at {place}; start the server, or check THAMTOP_CHAT_BASE_URL.",
    "unresolved": "There is no machine of the name in {place}; check THAMTOP_CHAT_BASE_URL and the "
    "connection.",
    "address": "THAMTOP_CHAT_BASE_URL is no web address; write it as http://localhost:8000/v1.",
    "tls": "{place} does not speak TLS, or its certificate is not trusted; check whether "
    "THAMTOP_CHAT_BASE_URL begins with http:// or https:// as the server does.",
    "redirects": "{place} sends its callers round in a circle; check THAMTOP_CHAT_BASE_URL.",
    "unreachable": "{place} cannot be reached; check the connection and THAMTOP_CHAT_BASE_URL.",
    "slow": "{place} did not say a word within {limit:g} s; if it is loading its model, wait and "
    "try again.",
    "busy": "{place} takes no more requests at present; wait a minute and try again.",
    "failing": "{place} failed at a tiny question; look at the server's own messages.",
    "rejected": "{place} did not accept a tiny question; check that {model} is a chat model.",
    "unreadable": "{place} answers, but not as a chat model does (with a web page, perhaps); check "
    "THAMTOP_CHAT_BASE_URL, which mostly ends in /v1.",
    "cut": "{place} broke off in its reply; look at the server's own messages.",
    "silent": "{model} at {place} answered a tiny question with nothing; set another model.",
    "endless": "{place} sends blanks without end; set another model.",
}
