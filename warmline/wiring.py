"""Builds every collaborator, once: the only place where settings become things."""

from __future__ import annotations

import os
from collections.abc import Callable
from datetime import timedelta

from warmline.clock import Clock, RealClock, SharedClock
from warmline.config import OptOut, Settings
from warmline.errors import SettingsError
from warmline.flows.crisis_lines import Lookout
from warmline.flows.desk import Desk
from warmline.flows.hearing import Reader
from warmline.rehearsal import Steps
from warmline.routing.line import Line
from warmline.routing.policy import Policy
from warmline.store.store import Store, open_store
from warmline.telephony.client import Provider
from warmline.telephony.http import TWILIO
from warmline.telephony.outside import Outside
from warmline.telephony.signature import Signatures
from warmline.volunteers.limits import Limits

HandOver = Callable[[str], None]


def settings_of_process() -> Settings:
    """The settings of a process that serves the line. SettingsError names every fault."""
    return Settings.read(os.environ)


def clock_of(settings: Settings) -> Clock:
    """Real time, unless a rehearsal shares a clock by file."""
    return SharedClock(settings.clock_file) if settings.clock_file else RealClock()


def store_of(settings: Settings) -> Store:
    """The line's store. SettingsError when no Redis was named: `up` names the embedded one to its children."""
    if settings.redis_url is None:
        raise SettingsError(("REDIS_URL is missing: only `warmline up` starts an embedded Redis",))
    return open_store(settings.redis_url, line=settings.line, secrets=settings.secret_keys)


def desk_of(
    settings: Settings,
    *,
    store: Store | None = None,
    clock: Clock | None = None,
    hand_over: HandOver | None = None,
) -> Desk:
    """A desk. Without `hand_over` a waiting text leaves when the sweep has woken a worker for it."""
    store, clock = store or store_of(settings), clock or clock_of(settings)
    crisis_lines = lookout_of(settings, store, clock)
    return Desk(
        store=store,
        provider=provider_of(settings),
        clock=clock,
        line=line_of(settings, crisis_lines),
        crisis_lines=crisis_lines,
        policy=policy_of(settings),
        limits=limits_of(settings),
        public_url=settings.public_url.rstrip("/"),
        reconcile_every=timedelta(seconds=settings.reconcile_seconds),
        roster_weeks=settings.roster_weeks,
        steps=Steps(settings.failpoints),
        read=Reader(),
        outside=outside_of(settings),
        hand_over=hand_over or store.schedule.ring,
    )


def provider_of(settings: Settings) -> Provider:
    return Provider(
        account_sid=settings.twilio_account_sid,
        auth_token=settings.twilio_auth_tokens[0] if settings.twilio_auth_tokens else "",
        base_url=settings.twilio_api_base_url or TWILIO,
    )


def outside_of(settings: Settings) -> Outside:
    return Outside(
        alarm_url=settings.escalation.alarm_url,
        secret=settings.escalation.alarm_secret,
        heartbeat_url=settings.escalation.heartbeat_url,
    )


def signatures_of(settings: Settings) -> Signatures:
    return Signatures(settings.twilio_auth_tokens, settings.public_url)


def lookout_of(settings: Settings, store: Store, clock: Clock) -> Lookout:
    return Lookout(
        store.confirmations,
        clock,
        home=settings.country,
        by_settings=settings.crisis_lines_confirmed,
        rehearsal=settings.rehearsal,
        stand_in=settings.fallback_number,
    )


def line_of(settings: Settings, crisis_lines: Lookout) -> Line:
    return Line(
        name=settings.name,
        numbers=settings.numbers,
        country=settings.country,
        zone=settings.timezone,
        languages=settings.languages,
        crisis_lines=crisis_lines.known,
        served=settings.countries_served,
        privacy_url=settings.privacy_url,
        pass_pictures=settings.pass_pictures,
        says_goodbye_to_stop=settings.opt_out is OptOut.LINE,
        page_repeat_seconds=settings.page_repeat_seconds,
        fallback=settings.fallback_number,
        listening_in=settings.calls.listening_in,
    )


def limits_of(settings: Settings) -> Limits:
    return Limits(
        day_hours=settings.max_day_hours,
        week_hours=settings.max_week_hours,
        rest_hours=settings.min_rest_hours,
        week_overnights=settings.max_week_overnights,
        quiet_from=settings.quiet_hours[0],
        quiet_until=settings.quiet_hours[1],
    )


def policy_of(settings: Settings) -> Policy:
    return Policy(
        offer_seconds=settings.offer_seconds,
        offers_at_once=settings.offer_at_once,
        same_peer_seconds=settings.same_peer_seconds,
        match_seconds=settings.match_seconds,
        patience_seconds=settings.patience_seconds,
        silence_seconds=settings.silence_seconds,
        ring_seconds=settings.calls.ring_seconds,
        rings_at_once=settings.calls.rings_at_once,
        wrap_up_seconds=settings.wrap_up_seconds,
        call_minutes=settings.calls.minutes,
        at_moderate=settings.escalation.at_moderate,
        at_high=settings.escalation.at_high,
        at_imminent=settings.escalation.at_imminent,
        at_risk_silence_seconds=settings.escalation.silence_seconds,
        often_a_day=settings.escalation.often,
    )
