"""Which adapter serves which port in this installation."""

from functools import cache

from django.conf import settings

from lianban.adapters import standin_registries
from lianban.adapters.calendar_files import FolderCalendars
from lianban.adapters.demo_authority import DemoAuthority
from lianban.adapters.flow_picture import GraphlayPainter
from lianban.adapters.folder_files import FolderFiles
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
    switches = home / "standins"
    return Ports(
        cipher=cipher,
        messages=StandInMessages(),
        files=FolderFiles(home / "files", cipher),
        typesetter=typesetter,
        seals=DemoAuthority(home / "seals", typesetter.seal_picture),
        population=standin_registries.population(switches / "population-off"),
        business=standin_registries.business(switches / "business-off"),
        carrier=StandInCarrier(home / "parcels"),
        credit=StandInCredit(switches / "credit-off"),
        calendars=FolderCalendars(),
        search_language=PinyinLanguage(),
        flow=GraphlayPainter(),
    )
