"""Asking addresses of other sites whether they still answer: the only part of the program that uses the network."""

import socket
from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor
from http import HTTPStatus
from http.client import HTTPException
from typing import Final
from urllib.error import HTTPError, URLError
from urllib.request import Request, urlopen

from generator.addresses.links import Answer, State

_AT_ONCE: Final = 8
_GONE: Final = frozenset({HTTPStatus.NOT_FOUND, HTTPStatus.GONE})
_HEADERS: Final = {"User-Agent": "Mozilla/5.0 (compatible; dossier-de-presse; link check)", "Accept": "*/*"}


def ask_all(urls: Iterable[str], timeout: float) -> dict[str, Answer]:
    """The answer of each address; `timeout` is in seconds, for each step of a connection."""
    wanted = sorted(set(urls))
    with ThreadPoolExecutor(_AT_ONCE) as pool:
        return dict(zip(wanted, pool.map(lambda url: ask(url, timeout), wanted), strict=True))


def ask(url: str, timeout: float) -> Answer:
    """What an address answers, redirections followed and nothing downloaded."""
    request = Request(url, headers=_HEADERS)
    try:
        with urlopen(request, timeout=timeout) as response:
            return Answer(State.ALIVE, f"code {response.status}")
    except HTTPError as error:
        error.close()
        return Answer(State.DEAD if error.code in _GONE else State.UNSURE, f"code {error.code}")
    except URLError as error:
        if isinstance(error.reason, socket.gaierror):
            return Answer(State.NO_HOST, "serveur introuvable")
        return Answer(State.UNSURE, _fault(error.reason))
    except (OSError, HTTPException, ValueError) as error:
        return Answer(State.UNSURE, _fault(error))


def _fault(reason: object) -> str:
    """What stood in the way, in French where it is common."""
    if isinstance(reason, TimeoutError):
        return "pas de réponse à temps"
    if isinstance(reason, ConnectionError):
        return "connexion refusée ou coupée"
    return f"connexion impossible, {type(reason).__name__}"
