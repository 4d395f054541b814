"""What a unit's paper leaves blank on purpose, and what no source confirms."""

from docgen.model.plan import Plan
from docgen.model.unit import Unit

NUMBER, DATE, SIGNER = "so", "ngay", "nguoi_ky"
LABELS = {NUMBER: "số", DATE: "ngày", SIGNER: "người ký"}


def missing_of(plan: Plan, unit: Unit) -> list[str]:
    """Keys left blank: number, date, signer."""
    part = plan.part(unit.id)
    given = {NUMBER: part.number, DATE: part.date, SIGNER: part.signer or unit.signer}
    return [key for key, value in given.items() if not value]
