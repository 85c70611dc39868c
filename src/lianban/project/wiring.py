"""Which adapter serves which port in this installation."""

from functools import cache
from pathlib import Path
from typing import Any

from django.conf import settings

from lianban.adapters import standin_registries
from lianban.adapters.calendar_files import FolderCalendars
from lianban.adapters.catalogue_files.one_definition import YamlDefinitions
from lianban.adapters.demo_authority import DemoAuthority
from lianban.adapters.demo_log_key import DemoLogKey
from lianban.adapters.division_file import read_divisions
from lianban.adapters.flow_picture import GraphlayPainter
from lianban.adapters.folder_files import FolderFiles
from lianban.adapters.not_connected import NoCarrier, NoCredit, NoMessages, NoRegistry
from lianban.adapters.search_language import PinyinLanguage
from lianban.adapters.sm4_cipher import Sm4Cipher
from lianban.adapters.standin_carrier import StandInCarrier
from lianban.adapters.standin_credit import StandInCredit
from lianban.adapters.standin_messages import StandInMessages
from lianban.adapters.typst_typesetting import TypstTypesetter
from lianban.ports.provided import Ports


@cache
def ports() -> Ports:
    """Return the configured adapters, made once per process."""
    keys, home = settings.LIANBAN_SECRETS, settings.LIANBAN_HOME
    cipher = Sm4Cipher({1: keys.field}, keys.digest)
    typesetter = TypstTypesetter([home / "fonts"])
    return Ports(
        cipher=cipher,
        files=FolderFiles(home / "files", cipher),
        typesetter=typesetter,
        seals=DemoAuthority(home / "seals", typesetter.seal_picture),
        calendars=FolderCalendars(place=settings.LIANBAN_DIVISION, loaded=home / "calendars"),
        divisions=read_divisions(home / "divisions.csv"),
        search_language=PinyinLanguage(),
        flow=GraphlayPainter(),
        definitions=YamlDefinitions(),
        log_key=DemoLogKey(home / "seals", settings.LIANBAN_COUNTY),
        **(_stand_ins(home) if settings.LIANBAN_STAND_INS else not_connected()),
    )


def _stand_ins(home: Path) -> dict[str, Any]:
    switches = home / "standins"
    return {
        "messages": StandInMessages(),
        "population": standin_registries.population(switches / "population-off"),
        "business": standin_registries.business(switches / "business-off"),
        "carrier": StandInCarrier(home / "parcels"),
        "credit": StandInCredit(switches / "credit-off"),
    }


def not_connected() -> dict[str, Any]:
    """Return what serves the outside systems of an installation that is connected to none."""
    return {
        "messages": NoMessages(),
        "population": NoRegistry("人口信息库"),
        "business": NoRegistry("市场主体登记库"),
        "carrier": NoCarrier(),
        "credit": NoCredit(),
    }
