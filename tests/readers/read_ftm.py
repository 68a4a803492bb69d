"""Read a file of FollowTheMoney entities as that library does, and print what it holds and what is wrong with it, as JSON.

Run by the tests in an environment of its own, which has followthemoney and nothing of this project.
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from pathlib import Path
from typing import Any

from followthemoney import model
from followthemoney.exc import InvalidData
from followthemoney.types import registry


def problems_of(data: dict[str, Any], schemata: dict[str, str]) -> list[str]:
    schema = model.get(data["schema"])
    if schema is None or schema.abstract:
        return [f"no schema {data['schema']}"]
    found = [f"no property {name}" for name in data["properties"] if name not in schema.properties]
    found += [f"required: {name}" for name in schema.required if not data["properties"].get(name)]
    try:
        schema.validate(data)
    except InvalidData as error:
        found.append(f"invalid: {error.errors}")
    if not registry.entity.validate(data["id"]):
        found.append("not an id")
    # What cleaning would take away or change, the next tool would not see.
    clean = model.get_proxy(data, cleaned=False).to_dict()
    for name, values in data["properties"].items():
        if clean["properties"].get(name) != values:
            found.append(f"{name}: {values} is cleaned to {clean['properties'].get(name)}")
    for name in data["properties"].keys() & schema.properties.keys():
        prop = schema.properties[name]
        if prop.type == registry.entity:
            for target in data["properties"][name]:
                if target not in schemata or not model.get(schemata[target]).is_a(prop.range):
                    found.append(f"{name} leads to {target} ({schemata.get(target)}), not to a {prop.range.name}")
    return found


def main(path: Path) -> None:
    entities = [json.loads(line) for line in path.read_text(encoding="utf-8").split("\n") if line]
    schemata = {data["id"]: data["schema"] for data in entities}
    wrong = [f"{data['id']}: {problem}" for data in entities for problem in problems_of(data, schemata)]
    proxies = [model.get_proxy(data).to_dict() for data in entities]
    print(json.dumps({"problems": wrong, "schemata": Counter(schemata.values()), "ids": len(schemata), "entities": proxies}))


main(Path(sys.argv[1]))
