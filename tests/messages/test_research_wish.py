"""What is read as a wish about research alone, in four languages, and what is not."""

import pytest

from messages.understanding.research_wish import read_research_wish

ENDS = """
quiero retirar mi permiso de investigación | ya no quiero que usen mis datos para estudios | ya no quiero participar en la investigación
sáquenme de la investigación por favor | no usen mi información en estudios | me arrepentí, ya no doy permiso para la investigación
retiro mi consentimiento y mis datos de la investigación | I want to withdraw my research consent | remove me from research
I don't want my data used for studies any more | please stop using my data for research | take me out of the research
I no longer want to take part in research | quero retirar minha permissão de pesquisa | não quero mais participar da pesquisa
não quero mais que usem meus dados para estudos | me tirem da pesquisa | je veux retirer mon autorisation pour la recherche
je ne veux plus que mes données servent à des études | retirez mes données de la recherche | je ne veux plus participer à la recherche
n'utilisez plus mes données pour la recherche
"""
JOINS = """
sí quiero que usen mis datos para investigación | ahora sí doy permiso para investigación | quiero participar en la investigación
yes you can use my data for research | I'd like to give permission for research after all | you may use my data for studies
sim, quero que usem meus dados para pesquisa | agora autorizo meus dados para estudos
oui, vous pouvez utiliser mes données pour la recherche | j'autorise l'utilisation de mes données pour la recherche
"""
NEITHER = """
borren todos mis datos | borren todos mis datos y no los usen para investigación | quiero retirar mi consentimiento
no quiero que usen mis datos | ya no quiero más estudios | borren mis datos y mis estudios | no tengo los datos del estudio
mis datos están en los estudios que les mandé | ¿hay estudios sobre esto? | no quiero que usen mis datos para nada, ni investigación
me hicieron estudios de la rodilla y no salió nada | delete all my data | delete all my data and take me out of the research
I did my research and found no data on this | apaguem todos os meus dados | não quero fazer estudos | effacez toutes mes données
vous avez des études ? | participé en una investigación | ¿usan mis datos para investigación?
"""
UNSURE = "no quiero retirar mi permiso de investigación | ¿puedo retirar mi permiso para investigación?"


def each(lines: str) -> list[str]:
    """The texts of a list."""
    return [text.strip() for line in lines.strip().splitlines() for text in line.split("|")]


@pytest.mark.parametrize(("lines", "wants"), [(ENDS, "ends"), (JOINS, "joins"), (UNSURE, "asks"), (NEITHER, None)])
def test_a_wish_is_read_for_what_it_is(lines: str, wants: str | None) -> None:
    """Research alone is given or taken back; medical tests and a wish to erase everything are neither."""
    found = {text: (wish := read_research_wish(text)) and wish.wants for text in each(lines)}
    assert {text: read for text, read in found.items() if read != wants} == {}


def test_what_stands_beside_it_is_kept_apart() -> None:
    """So that a wish to be left alone, said in the same breath, is not lost."""
    wish = read_research_wish("no usen mis datos para investigación y no me escriban más")
    assert wish is not None
    assert wish.rest == "no me escriban mas"


@pytest.mark.parametrize("text", ["", "?" * 500, "no " * 500, "datos " * 39 + "x", "\u0301" * 50, "y y y"])
def test_any_text_is_read(text: str) -> None:
    """Nothing raises, however odd."""
    assert read_research_wish(text) is None
