"""What can go wrong in a way that callers must tell apart."""

from __future__ import annotations


class WarmlineError(Exception):
    """Any failure of ours. Its words never hold a phone number or a word of a conversation."""


class TransientError(WarmlineError):
    """The world is busy or away; the same thing may work later."""


class AmbiguousError(TransientError):
    """The request left us and no answer came: it may or may not have taken effect. Ask before repeating."""


class PermanentError(WarmlineError):
    """The same thing will fail again; `code` is the provider's error code where there is one."""

    def __init__(self, message: str, *, code: int | None = None) -> None:
        super().__init__(message)
        self.code = code


class RefusedError(WarmlineError):
    """An operator asked for something that cannot be; the message says why, in their words."""


class SettingsError(WarmlineError):
    """The settings cannot be used. `faults` names every one of them, not just the first."""

    def __init__(self, faults: tuple[str, ...]) -> None:
        self.faults = faults
        super().__init__("The settings need attention:\n" + "\n".join(f"  - {f}" for f in faults))
