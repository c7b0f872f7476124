"""Approvals of trade: arms that are cleared for sale are promised, chips and grain are freed from a restraint."""

import pytest

from tests.unit.live_events import Code, live_codes


@pytest.mark.parametrize(
    ("title", "event"),
    [
        ("Washington clears H20 chip sales to Vietnam", "USA>VNM:085"),
        ("Beijing approves rare earth exports to Austria", "CHN>AUT:085"),
        ("India approves wheat exports to Nepal", "IND>NPL:085"),
        ("Washington approves sale of F-16s to Oman", "USA>OMN:0332"),
        ("Berlin clears howitzer exports to Latvia", "DEU>LVA:0332"),
        ("Tokyo approves export of radar chips to Manila", "JPN>PHL:0332"),
        ("Washington to approve chip exports to Malaysia", "USA>MYS:0354"),
        ("Trump nod for chip sales to Vietnam draws fire", "USA>VNM:085"),
    ],
)
def test_what_is_sold_tells_a_licence_from_a_promise_of_arms(code: Code, title: str, event: str) -> None:
    """Goods and chips are let go; whatever is of arms stays promised."""
    assert live_codes(code("", title)) == {event}


def test_a_sale_that_is_not_cleared_eases_nothing(code: Code) -> None:
    """The verb's negation holds."""
    assert not live_codes(code("Canada has not approved wheat exports to Cuba."))


@pytest.mark.parametrize(
    ("text", "events"),
    [
        ("The United States allowed Nvidia to sell chips to Vietnam.", {"USA>VNM:085"}),
        ("Seoul let South Korean firms invest in Syria.", {"KOR>SYR:085"}),
        ("China allowed Boeing to deliver planes to Vietnam.", {"CHN>USA:085"}),
    ],
)
def test_who_lets_his_own_firms_trade_favours_their_customer(code: Code, text: str, events: set[str]) -> None:
    """A foreign firm that is let is itself the one favoured."""
    assert live_codes(code(text)) == events


def test_what_else_is_told_of_a_sale_is_not_sold(code: Code) -> None:
    """Oil that is quarrelled over meanwhile is no goods of the sale."""
    assert live_codes(code("Washington approved the sale of howitzers to Oman amid a dispute over oil.")) == {"USA>OMN:0332"}
    assert live_codes(code("Washington approved a sale to Oman amid a dispute over oil.")) <= {"USA>OMN:0332"}
