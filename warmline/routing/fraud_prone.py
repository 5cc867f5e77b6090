"""Where answering a text mostly pays a fraudster: calling codes that get no reply, with the reason.

In SMS pumping someone texts from numbers whose carrier shares with them what each reply costs us.
The country list is what two independent public lists agree on, both read on 2026-11-22:

- Braze, "SMS country blocklist" (braze-docs, `_docs/_hidden/other/sms_country_blocklist.md`),
  "countries known to be high risk for traffic pumping" and countries under US embargo;
- Microsoft Entra External ID, "Country codes requiring opt-in" (entra-docs,
  `docs/external-id/customers/how-to-region-code-opt-in.md`), for international revenue share fraud.

Sierra Leone is on the second and in the FCC's 2019 warning of calls from 222 and 232. A country on
one list alone is answered: a person unanswered costs more than a text. A line's own country never
counts (`senders.judge`), nor does one that the operator says it serves.
"""

from __future__ import annotations

from types import MappingProxyType

# ITU-T E.164.D: country codes for networks and services and not for places. Satellite and other
# global networks cost dollars a text and are the classic revenue-share destinations.
GLOBAL_NETWORKS: MappingProxyType[str, str] = MappingProxyType(
    {
        "870": "Inmarsat",
        "878": "universal personal numbers",
        "881": "satellite phones",
        "882": "international networks",
        "883": "international networks",
    },
)
PREMIUM_SERVICES: MappingProxyType[str, str] = MappingProxyType(
    {"808": "international shared cost", "979": "international premium rate"},
)

COUNTRIES: MappingProxyType[str, str] = MappingProxyType(
    {
        "53": "CU", "62": "ID", "84": "VN", "92": "PK", "93": "AF", "94": "LK", "95": "MM",
        "98": "IR", "211": "SS", "212": "MA", "213": "DZ", "216": "TN", "218": "LY", "220": "GM",
        "221": "SN", "222": "MR", "223": "ML", "227": "NE", "228": "TG", "232": "SL", "234": "NG",
        "236": "CF", "237": "CM", "238": "CV", "244": "AO", "249": "SD", "252": "SO", "254": "KE",
        "255": "TZ", "257": "BI", "260": "ZM", "263": "ZW", "265": "MW", "380": "UA", "386": "SI",
        "502": "GT", "670": "TL", "686": "KI", "855": "KH", "880": "BD", "963": "SY", "964": "IQ",
        "966": "SA", "967": "YE", "968": "OM", "970": "PS", "976": "MN", "992": "TJ", "994": "AZ",
        "996": "KG", "998": "UZ",
    },
)  # fmt: skip
