"""The crisis lines as gathered, with how sure each is. A wrong number here can cost a life.

From crisis-lines.md, table 3.2, and nothing else: no number here was dialled by us, and none is
guessed, completed or carried over from an older list. A country's operator confirms it
(`WARMLINE_CRISIS_LINES_CONFIRMED`). `dial_e164` is given only for the numbers that the table writes
in full and that are ordinary ones (fixed, mobile, or North American toll-free): short codes cannot be dialled
through the provider, and nothing we read says that other countries' toll-free numbers can.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Mark(StrEnum):
    """How the row was known (crisis-lines.md and domain.md, their marks)."""

    READ_AT_SOURCE = "S"
    OPEN_DATA = "D"
    UNCONFIRMED = "K"


@dataclass(frozen=True, slots=True, kw_only=True)
class CrisisLine:
    """One line people may turn to. `display` is the number as locals write it."""

    country: str
    name: str
    display: str
    dial_e164: str | None = None
    text_to: str | None = None
    text_keyword: str | None = None
    option: str | None = None  # the key to press after the call is answered
    note: str = ""  # where or when it answers, if that is less than everywhere and always
    source: str
    mark: Mark


_S, _D, _K = Mark.READ_AT_SOURCE, Mark.OPEN_DATA, Mark.UNCONFIRMED


def _line(
    country: str, name: str, display: str, source: str, mark: Mark, **more: str
) -> CrisisLine:
    return CrisisLine(
        country=country, name=name, display=display, source=source, mark=mark, **more
    )  # fmt: skip


# A country's first row is the one that texts name; its first row that takes texts is named beside.
DIRECTORY: tuple[CrisisLine, ...] = (
    _line("US", "988 Lifeline", "988", "988lifeline.org", _S, dial_e164="+18002738255", text_to="988"),
    _line("US", "Crisis Text Line", "", "crisistextline.org", _S, text_to="741741", text_keyword="HOME"),
    _line("CA", "9-8-8", "988", "988.ca", _D, text_to="988"),
    _line("CA", "Kids Help Phone", "1-800-668-6868", "canada.ca", _D, dial_e164="+18006686868"),
    _line("CA", "Kids Help Phone by text", "", "none", _K, text_to="686868"),
    _line("GB", "Samaritans", "116 123", "samaritans.org", _S),
    _line("GB", "Shout", "", "giveusashout.org", _S, text_to="85258", text_keyword="SHOUT"),
    _line("IE", "Samaritans", "116 123", "samaritans.org", _S),
    _line("IE", "Text About It", "", "textaboutit.ie", _K, text_to="50808", text_keyword="HELLO"),
    _line("AU", "Lifeline", "13 11 14", "lifeinmind.org.au", _S, text_to="0477 13 11 14"),
    _line("NZ", "1737", "1737", "1737.org.nz", _K, text_to="1737"),
    _line("NZ", "Lifeline", "", "teaomaori.news", _S, text_to="4357"),
    _line("SG", "SOS", "1767", "honeykidsasia.com", _S),
    _line("SG", "mindline", "1771", "podcast.app CNA", _S),  # codespell:ignore
    _line("BR", "CVV", "188", "cvv.org.br", _D),
    _line("PT", "Linha Nacional de Prevenção do Suicídio", "1411", "dn.pt, sapo.pt", _S),
    _line("ES", "Línea 024", "024", "rtve.es", _S),
    _line("FR", "3114", "3114", "3114.fr", _D),
    _line("MX", "Línea de la Vida", "800 911 2000", "cronica.com.mx 2025-09", _S),
    _line("MX", "SAPTEL", "55 5259 8121", "saptel.org.mx", _D, dial_e164="+525552598121"),
    _line("AR", "CAS", "011 5275 1135", "asistenciaalsuicida.org.ar", _D, dial_e164="+541152751135"),
    _line("AR", "CAS", "135", "asistenciaalsuicida.org.ar", _D, note="Greater Buenos Aires"),
    _line("CL", "Línea *4141", "*4141", "minsal.cl", _K),
    _line("CL", "Salud Responde", "600 360 7777", "none", _D),  # codespell:ignore
    _line("CO", "Línea 106", "106", "saludcapital.gov.co", _D, note="Bogota"),
    _line("CO", "Línea 192", "192", "none", _K, option="4"),
    _line("PE", "Línea 113", "113", "gob.pe/minsa", _D, option="5"),
    _line("UY", "Línea Vida", "0800 0767", "gub.uy", _D),
    _line("UY", "Línea Vida", "*0767", "gub.uy", _D, note="mobile"),
    _line("EC", "Línea 171", "171", "salud.gob.ec", _D, option="6"),
    _line("IN", "Tele-MANAS", "14416", "telemanas.mohfw.gov.in", _D),
    _line("IN", "Tele-MANAS", "1800 891 4416", "telemanas.mohfw.gov.in", _D),
    _line("JP", "Yorisoi", "0120-279-338", "since2011.net", _D),
    _line("JP", "Inochi no Denwa", "0120-783-556", "inochinodenwa.org", _D, note="16-21 h"),
    _line("JP", "TELL (English)", "0800-300-8355", "telljp.com", _D),
    _line("KR", "109", "109", "mohw.go.kr", _D),
    _line("TW", "1925", "1925", "mohw.gov.tw", _D),
    _line("TW", "Lifeline", "1995", "mohw.gov.tw", _D),
    _line("HK", "Samaritans", "2896 0000", "samaritans.org.hk", _S, dial_e164="+85228960000"),
    _line("CN", "12356", "12356", "none", _K),
    _line("PH", "NCMH", "1553", "doh.gov.ph", _D),
    _line("MY", "Befrienders KL", "03-7627 2929", "befrienders.org.my", _K, dial_e164="+60376272929"),
    _line("MY", "HEAL", "15555", "befrienders.org.my", _K),
    _line("TH", "DMH", "1323", "dmh.go.th", _D),
    _line("ID", "119", "119", "none", _D, option="8"),
    _line("LK", "1926", "1926", "none", _K),
    _line("NP", "1166", "1166", "none", _K),
    _line("PK", "Umang", "0311 7786264", "umang.com.pk", _D, dial_e164="+923117786264"),
    _line("DE", "TelefonSeelsorge", "0800 111 0 111", "telefonseelsorge.de", _D),
    _line("DE", "TelefonSeelsorge", "0800 111 0 222", "telefonseelsorge.de", _D),
    _line("DE", "TelefonSeelsorge", "116 123", "telefonseelsorge.de", _K),
    _line("AT", "TelefonSeelsorge", "142", "telefonseelsorge.at", _D),
    _line("CH", "Dargebotene Hand", "143", "143.ch", _D),
    _line("CH", "Youth line", "147", "143.ch", _D),
    _line("NL", "113 Zelfmoordpreventie", "113", "nu.nl 2020", _S),
    _line("NL", "113 Zelfmoordpreventie", "0800-0113", "nu.nl 2020", _S),
    _line("BE", "Zelfmoordlijn", "1813", "vrt.be", _S),
    _line("BE", "CPS (French)", "0800 32 123", "vrt.be", _S),
    _line("LU", "SOS Détresse", "45 45 45", "454545.lu", _D),
    _line("IT", "Telefono Amico", "02 2327 2327", "none", _K, dial_e164="+390223272327"),
    _line("GR", "1018", "1018", "none", _K),
    _line("DK", "Livslinien", "70 201 201", "livslinien.dk", _D, dial_e164="+4570201201"),
    _line("NO", "Mental Helse", "116 123", "mentalhelse.no", _D),
    _line("NO", "Kirkens SOS", "22 40 00 40", "mentalhelse.no", _D, dial_e164="+4722400040"),
    _line("SE", "Mind", "90101", "mind.se", _K),
    _line("FI", "MIELI", "09 2525 0111", "mieli.fi", _D, dial_e164="+358925250111"),
    _line("IS", "Red Cross", "1717", "none", _D),
    _line("IS", "Píeta", "552 2218", "none", _D, dial_e164="+3545522218"),
    _line("PL", "Crisis line", "116 123", "none", _D, note="hours vary"),
    _line("CZ", "Crisis line", "116 123", "none", _D, note="hours vary"),
    _line("HU", "Crisis line", "116 123", "none", _D, note="hours vary"),
    _line("SK", "Nezábudka", "0800 800 566", "none", _D),
    _line("RO", "ARPS", "0800 801 200", "none", _D),
    _line("HR", "Plavi telefon", "01 4833 888", "none", _D, dial_e164="+38514833888"),
    _line("SI", "Klic", "01 520 99 00", "none", _D, dial_e164="+38615209900"),
    _line("IL", "ERAN", "1201", "eran.org.il", _K),
    _line("UA", "Lifeline Ukraine", "7333", "none", _K),
    _line("AE", "HOPE", "800 4673", "none", _K),
    _line("ZA", "SADAG", "0800 567 567", "sadag.org", _S),
    _line("NG", "SURPIN", "0800 078 7746", "punchng.com 2019", _S),
    _line("KE", "Befrienders", "0722 178 177", "none", _K, dial_e164="+254722178177"),
)  # fmt: skip

# Numbers that lists on the web still carry and that are wrong today (crisis-lines.md, "Never
# ship"). NL 0900-0113 is here too: our rows for NL do not need it.
NEVER_SHIP: tuple[tuple[str, str], ...] = (
    ("GB", "08457 90 90 90"), ("BR", "141"), ("KR", "1393"), ("CA", "1-833-456-4566"),
    ("SG", "1800-221-4444"), ("MY", "03-7956 8145"), ("NL", "0900-0113"), ("IE", "1850 60 90 90"),
)  # fmt: skip
