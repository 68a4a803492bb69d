"use strict";
// The page around the map. Text from the data is only ever set as text; the data block is the one source for panel, tables and map.
(() => {
  const read = (id) => JSON.parse(document.getElementById(id).textContent);
  const data = read("data"), options = read("vis-options");
  const visNodes = read("vis-nodes"), visEdges = read("vis-edges");
  const $ = (id) => document.getElementById(id);
  // Ties and map speak of things by number, links and people by id.
  data.nodes.forEach((n, i) => { n.number = i; });
  for (const t of data.ties) { t.from = data.nodes[t.from].id; t.to = data.nodes[t.to].id; }
  for (const n of visNodes) { n.id = data.nodes[n.id].id; n.size = 7 + 2.6 * Math.sqrt(n.mass); n.font = { size: 11 + 6 * Math.sqrt(n.mass) }; }
  visEdges.forEach((e, i) => { e.id = i; e.from = data.nodes[e.from].id; e.to = data.nodes[e.to].id; e.width = e.width || 1; });
  const byId = new Map(data.nodes.map((n) => [n.id, n]));
  const tiesOf = new Map(data.nodes.map((n) => [n.id, []]));
  for (const tie of data.ties) { tiesOf.get(tie.from).push(tie); tiesOf.get(tie.to).push(tie); }
  const place = new Map(visNodes.map((n) => [n.id, n]));
  const folded = (s) => s.toLowerCase().replace(/ł/g, "l").replace(/ø/g, "o").replace(/ß/g, "ss").normalize("NFD").replace(/\p{M}/gu, "");
  for (const n of data.nodes) n.key = folded([n.name, ...(n.also || []), n.id].join(" | "));
  const countryName = (c) => data.countries[c] || c || "";
  const colourOf = (name) => getComputedStyle(document.documentElement).getPropertyValue(name).trim();
  const typeWords = { LRA: "authority", Network: "network", Organisation: "organisation", Project: "project", Fund: "fund", Policy: "policy", Service: "service" };

  // What is shown: one state, one function that derives the rest from it.
  const state = { focus: null, only: false, types: new Set(Object.keys(typeWords)), country: "", partners: true, planned: true };
  let shown = new Set(), shownTies = [];

  function element(tag, text, attributes) {
    const made = document.createElement(tag);
    if (text !== undefined && text !== null) made.textContent = text;
    for (const [name, value] of Object.entries(attributes || {})) made.setAttribute(name, value);
    return made;
  }
  // Each place once, with all its passages: "CSES 2013, table 3.12 (lines 4-6; line 9)".
  function sources(list) {
    const places = new Map();
    for (const i of list || []) { const [place, lines] = data.passages[i]; places.set(place, [...(places.get(place) || []), lines]); }
    return [...places].map(([place, lines]) => `${data.places[place]} (${lines.join("; ")})`).join("; ");
  }

  function derive() {
    const passes = (n) => state.types.has(n.type);
    let kept = data.nodes.filter(passes);
    if (state.country) {
      const core = new Set(kept.filter((n) => n.country === state.country).map((n) => n.id));
      const near = new Set(core);
      if (state.partners) for (const id of core) for (const t of tiesOf.get(id)) { near.add(t.from); near.add(t.to); }
      kept = kept.filter((n) => near.has(n.id));
    }
    if (state.focus && state.only) {
      const near = new Set([state.focus]);
      for (const t of tiesOf.get(state.focus)) if (state.planned || t.state !== "planned") { near.add(t.from); near.add(t.to); }
      kept = data.nodes.filter((n) => n.id === state.focus || (near.has(n.id) && passes(n)));
    }
    shown = new Set(kept.map((n) => n.id));
    shownTies = data.ties.filter((t) => shown.has(t.from) && shown.has(t.to) && (state.planned || t.state !== "planned"));
  }

  // --- the map -------------------------------------------------------------------------------------------------------
  const theme = () => ({ label: colourOf("--label"), edge: colourOf("--edge"), page: colourOf("--page") });
  const colours = theme();
  options.nodes.font.color = colours.label;
  options.edges.color = { color: colours.edge, highlight: colourOf("--accent"), hover: colours.edge };
  const edgeCountry = (e) => e.from + "\u0000" + e.to;
  const planOnly = new Set(visEdges.filter((e) => e.dashes).map(edgeCountry));
  const nodes = new vis.DataSet(visNodes), edges = new vis.DataSet(visEdges);
  const network = new vis.Network($("map"), { nodes, edges }, options);
  for (const inner of $("map").querySelectorAll("[tabindex]")) inner.setAttribute("tabindex", "-1");

  // Where things stand: as laid out, or around the one that is looked at alone, in rings with room for names.
  const home = new Map(visNodes.map((n) => [n.id, { x: n.x, y: n.y }]));
  function arrange() {
    for (const n of visNodes) Object.assign(n, home.get(n.id));
    if (!state.only || !place.has(state.focus)) return;
    Object.assign(place.get(state.focus), { x: 0, y: 0 });
    const order = Object.keys(typeWords);
    const near = [...shown].filter((id) => id !== state.focus && place.has(id)).map((id) => byId.get(id))
      .sort((a, b) => order.indexOf(a.type) - order.indexOf(b.type) || a.key.localeCompare(b.key, "en"));
    const rings = ringsFor(near.length);
    let next = 0;
    rings.forEach(({ rx, ry, room }, number) => {
      const here = near.slice(next, next + (number === rings.length - 1 ? near.length : room));
      here.forEach((n, i) => {
        const angle = -Math.PI / 2 + (2 * Math.PI * (i + (number % 2) / 2)) / here.length;
        Object.assign(place.get(n.id), { x: Math.round(rx * Math.cos(angle)), y: Math.round(ry * Math.sin(angle)) });
      });
      next += here.length;
    });
  }
  // The fewest ellipses around the middle that leave room for every name; as large as the canvas, or larger when it must be.
  function ringsFor(count) {
    const width = Math.max($("map").clientWidth, 320) / 2 - 75, height = Math.max($("map").clientHeight, 320) / 2 - 45;
    for (let grow = 1; ; grow *= 1.2) {
      for (let k = 1; (height * grow) / k >= 62; k += 1) {
        const rings = Array.from({ length: k }, (_, i) => ({ rx: (width * grow * (i + 1)) / k, ry: (height * grow * (i + 1)) / k }));
        for (const ring of rings) ring.room = Math.max(3, Math.floor((Math.PI * (ring.rx + ring.ry)) / 128));
        if (rings.reduce((sum, ring) => sum + ring.room, 0) >= count) return rings;
      }
    }
  }
  // Names in lines of about twenty letters, so that neighbours in a ring do not cover each other.
  const wrapped = (label) => label.split(" ").reduce((lines, word) => {
    if (lines.length && (lines.at(-1) + " " + word).length <= 20) lines[lines.length - 1] += " " + word; else lines.push(word);
    return lines;
  }, []).join("\n");
  function paint(refit) {
    arrange();
    const alone = state.only && place.has(state.focus);
    nodes.update(visNodes.map((n) => ({ id: n.id, hidden: !shown.has(n.id), x: n.x, y: n.y, size: alone ? Math.min(n.size, 11) : n.size, font: { size: alone ? 12 : n.font.size } })));
    edges.update(visEdges.map((e) => ({ id: e.id, hidden: !shown.has(e.from) || !shown.has(e.to) || (!state.planned && planOnly.has(edgeCountry(e))) })));
    if (refit) fit(); else declutter();
    network.unselectAll();
    if (state.focus && place.has(state.focus) && shown.has(state.focus)) network.selectNodes([state.focus]);
  }
  function fit() {
    const visible = [...shown].filter((id) => place.has(id));
    if (visible.length) network.fit({ nodes: visible, animation: false, maxZoomLevel: 1.4 });
    declutter();
  }
  // Names on the map: of those with most ties first; a name that would cover another is left out until there is room.
  const MEASURE = document.createElement("canvas").getContext("2d");
  function declutter() {
    const scale = network.getScale(), taken = [], changes = [];
    for (const n of [...visNodes].sort((a, b) => b.mass - a.mass || (a.id < b.id ? -1 : 1))) {
      let label = "";
      const size = Math.min((state.only ? 12 : n.font.size) * scale, 20);
      if (shown.has(n.id) && size >= 8) {
        const lines = (state.only ? wrapped(n.label) : n.label).split("\n"), at = network.canvasToDOM({ x: n.x, y: n.y });
        MEASURE.font = `${size}px system-ui, sans-serif`;
        const half = Math.max(...lines.map((l) => MEASURE.measureText(l).width)) / 2 + 2, top = at.y + (state.only ? Math.min(n.size, 11) : n.size) * scale;
        const area = [at.x - half, top, at.x + half, top + lines.length * size * 1.15 + 4];
        if (n.id === state.focus || !taken.some((t) => area[0] < t[2] && t[0] < area[2] && area[1] < t[3] && t[1] < area[3])) { taken.push(area); label = lines.join("\n"); }
      }
      if (label !== n.drawn) { n.drawn = label; changes.push({ id: n.id, label: label || undefined }); }
    }
    if (changes.length) nodes.update(changes);
  }
  let waiting = 0;
  network.on("zoom", () => { clearTimeout(waiting); waiting = setTimeout(declutter, 120); });
  const zoom = (factor) => { network.moveTo({ scale: network.getScale() * factor, animation: false }); declutter(); };
  $("zoom-in").onclick = () => zoom(1.35);
  $("zoom-out").onclick = () => zoom(1 / 1.35);
  $("zoom-fit").onclick = fit;
  network.on("click", (event) => (event.nodes.length ? choose(event.nodes[0], false) : event.edges.length || choose(null)));
  network.on("doubleClick", (event) => event.nodes.length && choose(event.nodes[0], true));
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => {
    const now = theme();
    network.setOptions({ nodes: { font: { color: now.label } }, edges: { color: { color: now.edge } } });
    edges.update(visEdges.map((e) => ({ id: e.id, color: { color: now.edge } })));
  });

  // --- details --------------------------------------------------------------------------------------------------------
  function link(id) {
    const button = element("button", byId.get(id).name, { type: "button", class: "link" });
    button.onclick = () => choose(id, state.only);
    return button;
  }
  function tieItem(tie, id) {
    const item = element("li"), other = tie.from === id ? tie.to : tie.from;
    if (tie.from === id) item.append(tie.words + " ", link(other));
    else item.append(link(other), " " + tie.words + " it");
    if (tie.more) item.append(" (" + tie.more + ")");
    item.append(" ", element("span", sources(tie.sources), { class: "source" }));
    // The words of the passages, where the map was made by somebody who has the documents.
    for (const i of tie.sources || []) if (data.passages[i][2]) item.append(element("blockquote", data.passages[i][2]));
    return item;
  }
  function section(box, title, items) {
    if (!items.length) return;
    const list = element("ul");
    list.append(...items);
    box.append(element("h3", title), list);
  }
  function showDetails() {
    const box = $("details"), node = state.focus && byId.get(state.focus);
    box.replaceChildren();
    $("panel-name").textContent = node ? node.name : "Details";
    if (!node) {
      box.append(element("p", "Choose somebody on the map, in the search or in a table: here stand the ties, each with its source."));
      const count = (n) => tiesOf.get(n.id).filter((t) => !t.state).length;
      const most = data.nodes.filter((n) => shown.has(n.id) && count(n)).sort((a, b) => count(b) - count(a) || a.number - b.number).slice(0, 12);
      section(box, "Most ties recorded here", most.map((n) => { const i = element("li"); i.append(link(n.id), " ", element("span", `${typeWords[n.type]}, ${count(n)} ties`, { class: "source" })); return i; }));
      return;
    }
    box.append(element("p", [node.kind || typeWords[node.type], typeWords[node.type] === node.kind ? "" : typeWords[node.type], countryName(node.country)].filter((w, i, all) => w && all.indexOf(w) === i).join(", ")));
    if (node.also) box.append(element("p", "Also: " + node.also.join("; "), { class: "source" }));
    const button = element("button", state.only ? "Show it among all" : "Show only it and its neighbours", { type: "button", class: "choose" });
    button.onclick = () => choose(node.id, !state.only);
    box.append(button);
    const mine = tiesOf.get(node.id);
    const of = (s) => mine.filter((t) => (t.state || "existing") === s).map((t) => tieItem(t, node.id));
    const existing = of("existing"), planned = of("planned"), absent = of("absent");
    section(box, `Ties (${existing.length})`, existing);
    section(box, `Planned, not counted as ties (${planned.length})`, planned);
    section(box, `Stated to be absent (${absent.length})`, absent);
    if (!mine.length) box.append(element("p", "No tie is recorded in these sources. That does not mean that there is none."));
    const told = (said, look) => (said || []).map(([words, cited]) => { const i = element("li", words + " ", look); i.append(element("span", sources(cited), { class: "source" })); return i; });
    section(box, "Facts", told(node.facts));
    section(box, "Sources differ", told(node.differ, { class: "differ" }));
    if (node.sources) { box.append(element("h3", "Named in"), element("p", sources(node.sources), { class: "source" })); }
  }
  const isolated = data.nodes.filter((n) => !tiesOf.get(n.id).length);
  $("isolates").querySelector("summary").textContent = `Named, but without a recorded tie (${isolated.length})`;
  $("isolates").querySelector("ul").append(...isolated.map((n) => { const i = element("li"); i.append(link(n.id), " ", element("span", [typeWords[n.type], countryName(n.country)].filter(Boolean).join(", "), { class: "source" })); return i; }));
  if (!isolated.length) $("isolates").hidden = true;

  // --- tables ---------------------------------------------------------------------------------------------------------
  function table(caption, heads, rows) {
    const made = element("table"), head = element("tr"), body = element("tbody"), top = element("thead");
    made.append(element("caption", caption));
    head.append(...heads.map((h) => element("th", h, { scope: "col" })));
    top.append(head);
    for (const cells of rows) {
      const row = element("tr");
      row.append(...cells.map((c, i) => { const cell = element(i ? "td" : "th", typeof c === "string" ? c : undefined, i ? {} : { scope: "row" }); if (typeof c !== "string") cell.append(c); return cell; }));
      body.append(row);
    }
    made.append(top, body);
    return made;
  }
  function toMap(id) {
    const button = link(id);
    button.onclick = () => goTo(id);
    return button;
  }
  function showTables() {
    if (!$("view-things").hidden) {
      const rows = data.nodes.filter((n) => shown.has(n.id)).sort((a, b) => a.key.localeCompare(b.key, "en"));
      $("view-things").replaceChildren(table(`${rows.length} of ${data.nodes.length}, by name. Filters apply.`, ["Name", "Sort", "Country", "Ties", "Named in"],
        rows.map((n) => [toMap(n.id), [typeWords[n.type], n.kind].filter(Boolean).join(", "), countryName(n.country), String(tiesOf.get(n.id).filter((t) => !t.state).length), sources(n.sources)])));
    }
    if (!$("view-ties").hidden) {
      $("view-ties").replaceChildren(table(`${shownTies.length} of ${data.ties.length} ties. Filters apply. Planned ties, and ties stated to be absent, say so.`, ["From", "Tie", "To", "More", "Sources"],
        shownTies.map((t) => [toMap(t.from), t.words, toMap(t.to), t.more || "", sources(t.sources)])));
    }
  }
  function openTab(name) {
    for (const tab of document.querySelectorAll("[role=tab]")) {
      const mine = tab.id === "tab-" + name;
      tab.setAttribute("aria-selected", String(mine));
      tab.tabIndex = mine ? 0 : -1;
      $("view-" + tab.id.slice(4)).hidden = !mine;
    }
    document.querySelector("main").classList.toggle("tabled", name !== "map");
    showTables();
    if (name === "map") { network.redraw(); }
  }
  const tabs = [...document.querySelectorAll("[role=tab]")];
  tabs.forEach((tab, i) => {
    tab.onclick = () => openTab(tab.id.slice(4));
    tab.onkeydown = (event) => {
      const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
      if (step) { const next = tabs[(i + step + tabs.length) % tabs.length]; next.focus(); openTab(next.id.slice(4)); }
    };
  });

  // --- search and filters -----------------------------------------------------------------------------------------------
  const results = $("results");
  function search() {
    const words = folded($("search").value).split(/\s+/).filter(Boolean);
    results.replaceChildren();
    results.hidden = !words.length;
    if (!words.length) return;
    const rank = (n) => (folded(n.name).startsWith(words[0]) ? 0 : 1);
    const found = data.nodes.filter((n) => words.every((w) => n.key.includes(w))).sort((a, b) => rank(a) - rank(b) || a.key.localeCompare(b.key, "en"));
    for (const n of found.slice(0, 30)) {
      const item = element("li"), button = element("button", n.name + " ", { type: "button" });
      button.append(element("small", [typeWords[n.type], countryName(n.country)].filter(Boolean).join(", ")));
      button.onclick = () => { goTo(n.id); results.hidden = true; };
      item.append(button);
      results.append(item);
    }
    if (!found.length) results.append(element("li", "Nothing of that name is in this map."));
    if (found.length > 30) results.append(element("li", `… and ${found.length - 30} more`));
  }
  $("search").oninput = search;
  $("search").onkeydown = (event) => {
    const first = results.querySelector("button");
    if (event.key === "ArrowDown" && first) { first.focus(); event.preventDefault(); }
    if (event.key === "Enter" && first) first.click();
    if (event.key === "Escape") { $("search").value = ""; search(); }
  };
  results.onkeydown = (event) => {
    const all = [...results.querySelectorAll("button")], at = all.indexOf(document.activeElement);
    if (event.key === "ArrowDown" && at + 1 < all.length) { all[at + 1].focus(); event.preventDefault(); }
    if (event.key === "ArrowUp") { (at ? all[at - 1] : $("search")).focus(); event.preventDefault(); }
    if (event.key === "Escape") { results.hidden = true; $("search").focus(); }
  };
  for (const [code, name] of Object.entries(data.countries).sort((a, b) => a[1].localeCompare(b[1], "en"))) $("country").append(element("option", name, { value: code }));
  $("country").onchange = () => { state.country = $("country").value; state.only = false; update(true); };
  $("partners").onchange = () => { state.partners = $("partners").checked; update(true); };
  $("planned").onchange = () => { state.planned = $("planned").checked; update(false); };
  for (const box of document.querySelectorAll("[name=type]")) box.onchange = () => { state.types[box.checked ? "add" : "delete"](box.value); update(false); };
  $("reset").onclick = () => {
    Object.assign(state, { focus: null, only: false, types: new Set(Object.keys(typeWords)), country: "", partners: true, planned: true });
    for (const box of document.querySelectorAll(".controls [type=checkbox]")) box.checked = true;
    $("country").value = ""; $("search").value = ""; search(); choose(null); update(true);
  };
  document.addEventListener("keydown", (event) => {
    const typing = /^(INPUT|SELECT|TEXTAREA)$/.test(document.activeElement.tagName);
    if (event.key === "/" && !typing) { $("search").focus(); event.preventDefault(); }
    if (event.key === "Escape" && !typing && results.hidden && state.focus) choose(null);
  });

  // --- choosing, deep links -----------------------------------------------------------------------------------------------
  function choose(id, only) {
    const wasOnly = state.only;
    state.focus = id && byId.has(id) ? id : null;
    state.only = Boolean(state.focus && only);
    // Who is chosen is shown: a country that it is not in is let go.
    if (state.focus && state.country && !shown.has(state.focus)) { state.country = ""; $("country").value = ""; }
    update(state.only || wasOnly !== state.only);
    const hash = new URLSearchParams();
    if (state.focus) hash.set("focus", state.focus);
    if (state.country) hash.set("country", state.country);
    history.replaceState(null, "", hash.size ? "#" + hash : location.pathname + location.search);
  }
  // After a choice in the search or a table: the map and the heading of the details in view.
  function goTo(id) {
    openTab("map");
    choose(id, true);
    $("panel").focus({ preventScroll: true });
    $(innerWidth < 1000 ? "view-map" : "panel").scrollIntoView({ block: innerWidth < 1000 ? "start" : "nearest" });
    $("panel").scrollTop = 0;
  }
  function fromLink() {
    const hash = new URLSearchParams(location.hash.slice(1));
    if (Object.hasOwn(data.countries, hash.get("country"))) { state.country = hash.get("country"); $("country").value = state.country; }
    const focus = hash.get("focus") || data.focus;
    if (byId.has(focus)) choose(focus, true); else { state.focus = null; state.only = false; update(true); }
  }
  function update(refit) {
    derive();
    paint(refit);
    showDetails();
    showTables();
    const where = state.only ? `${byId.get(state.focus).name} and its neighbours` : state.country ? `${countryName(state.country)}${state.partners ? " and its partners elsewhere" : ""}` : "";
    const alone = [...shown].filter((id) => !place.has(id)).length, existing = shownTies.filter((t) => !t.state).length, planned = shownTies.filter((t) => t.state === "planned").length;
    $("status").textContent = `${shown.size} of ${data.nodes.length} shown${where ? `: ${where}` : ""}. ${existing} ties${planned ? `, and ${planned} planned` : ""}.${alone ? ` ${alone} without a tie stand in the list under Details.` : ""}`;
    $("partners").disabled = !state.country;
    const counts = {};
    for (const n of data.nodes) if (shown.has(n.id)) counts[n.type] = (counts[n.type] || 0) + 1;
    for (const span of document.querySelectorAll("[data-count]")) span.textContent = `(${counts[span.dataset.count] || 0})`;
  }

  // --- a still picture: for print and to save ------------------------------------------------------------------------------
  const NS = "http://www.w3.org/2000/svg";
  function shape(name, x, y, r) {
    const points = (list) => { const p = document.createElementNS(NS, "polygon"); p.setAttribute("points", list.map(([a, b]) => `${(x + a * r).toFixed(1)},${(y + b * r).toFixed(1)}`).join(" ")); return p; };
    const ring = (n, turn, inner) => Array.from({ length: n }, (_, i) => { const a = turn + (2 * Math.PI * i) / n, d = inner && i % 2 ? inner : 1; return [d * Math.cos(a), d * Math.sin(a)]; });
    if (name === "square") return points([[-.85, -.85], [.85, -.85], [.85, .85], [-.85, .85]]);
    if (name === "diamond") return points(ring(4, 0));
    if (name === "triangle") return points(ring(3, -Math.PI / 2));
    if (name === "triangleDown") return points(ring(3, Math.PI / 2));
    if (name === "hexagon") return points(ring(6, 0));
    if (name === "star") return points(ring(10, -Math.PI / 2, .45));
    const c = document.createElementNS(NS, "circle");
    c.setAttribute("cx", x); c.setAttribute("cy", y); c.setAttribute("r", r);
    return c;
  }
  for (const icon of document.querySelectorAll("svg[data-shape]")) icon.append(shape(icon.dataset.shape, 0, 0, 9));
  function still() {
    const drawn = visNodes.filter((n) => shown.has(n.id));
    if (!drawn.length) return document.createElementNS(NS, "svg");
    const xs = drawn.map((n) => n.x), ys = drawn.map((n) => n.y), pad = state.only ? 95 : 90;
    const box = [Math.min(...xs) - pad, Math.min(...ys) - pad, Math.max(...xs) - Math.min(...xs) + 2 * pad, Math.max(...ys) - Math.min(...ys) + 2 * pad];
    const svg = document.createElementNS(NS, "svg");
    svg.setAttribute("xmlns", NS); svg.setAttribute("viewBox", box.join(" ")); svg.setAttribute("role", "img"); svg.setAttribute("font-family", "sans-serif");
    const title = document.createElementNS(NS, "title");
    title.textContent = document.title;
    svg.append(title);
    for (const e of visEdges) {
      if (!shown.has(e.from) || !shown.has(e.to) || (!state.planned && planOnly.has(edgeCountry(e)))) continue;
      const a = place.get(e.from), b = place.get(e.to), line = document.createElementNS(NS, "line");
      for (const [k, v] of Object.entries({ x1: a.x, y1: a.y, x2: b.x, y2: b.y, stroke: "#8a939c", "stroke-width": e.width })) line.setAttribute(k, v);
      if (e.dashes) line.setAttribute("stroke-dasharray", "5 4");
      svg.append(line);
    }
    for (const n of drawn) {
      const look = options.groups[n.group], mark = shape(look.shape, n.x, n.y, state.only ? Math.min(n.size, 11) : n.size);
      mark.setAttribute("fill", look.color.background); mark.setAttribute("stroke", look.color.border);
      svg.append(mark);
    }
    // Names of those with most ties first; a name that would cover another is left out.
    const unit = state.only ? 12 : Math.max(12, Math.max(box[2], box[3]) / 85), taken = [];
    for (const n of [...drawn].sort((a, b) => b.size - a.size || (a.id < b.id ? -1 : 1))) {
      const lines = state.only ? wrapped(n.label).split("\n") : [n.label], size = state.only ? unit : unit * (n.mass > 15 ? 1.25 : 1);
      const half = (Math.max(...lines.map((l) => l.length)) * size * 0.29), top = n.y + Math.min(n.size, state.only ? 11 : n.size) + size * 0.2;
      const area = [n.x - half, top, n.x + half, top + lines.length * size * 1.1];
      if (taken.some((t) => area[0] < t[2] && t[0] < area[2] && area[1] < t[3] && t[1] < area[3])) continue;
      taken.push(area);
      lines.forEach((line, i) => {
        const text = document.createElementNS(NS, "text");
        for (const [k, v] of Object.entries({ x: n.x, y: top + (i + 0.85) * size * 1.1, "text-anchor": "middle", "font-size": size.toFixed(1), stroke: "#fff", "stroke-width": size / 5, "paint-order": "stroke" })) text.setAttribute(k, v);
        text.textContent = line;
        svg.append(text);
      });
    }
    legend(svg, box, state.only ? 12 : unit);
    return svg;
  }
  // Under the picture: what it shows, as of when, what shapes and lines mean; so that it can stand alone in a document.
  function legend(svg, box, size) {
    const words = (x, y, content, bold) => {
      const text = document.createElementNS(NS, "text");
      for (const [k, v] of Object.entries({ x, y, "font-size": size * (bold ? 1.25 : 1), "font-weight": bold ? 600 : 400 })) text.setAttribute(k, v);
      text.textContent = content;
      svg.append(text);
    };
    const left = box[0] + size, width = size * 19, columns = Math.max(1, Math.floor((box[2] - size) / width));
    let y = box[1] + box[3] + size * 1.5;
    words(left, y, document.title + ". " + $("status").textContent.split(".")[0] + ".", true);
    const types = [...document.querySelectorAll("[name=type]")].filter((b) => visNodes.some((n) => n.group === b.value && shown.has(n.id)));
    types.forEach((b, i) => {
      const x = left + (i % columns) * width, row = y + size * (2 + 1.7 * Math.floor(i / columns)), look = options.groups[b.value], mark = shape(look.shape, x + size / 2, row - size * 0.35, size * 0.55);
      mark.setAttribute("fill", look.color.background); mark.setAttribute("stroke", look.color.border);
      svg.append(mark);
      words(x + size * 1.5, row, b.closest("label").dataset.words);
    });
    y += size * (2 + 1.7 * Math.ceil(types.length / columns));
    for (const line of [$("as-of").textContent, "Dashed: planned. No line: no tie is recorded in these sources, not that there is none. Money runs from funder to funded."]) { words(left, y, line); y += size * 1.5; }
    svg.setAttribute("viewBox", [box[0], box[1], Math.max(box[2], size * 62), y - box[1]].join(" "));
  }
  addEventListener("beforeprint", () => $("print-picture").replaceChildren(still()));
  $("save-svg").onclick = () => {
    const file = new Blob([new XMLSerializer().serializeToString(still())], { type: "image/svg+xml" });
    const save = element("a", "", { href: URL.createObjectURL(file), download: "network-map.svg" });
    save.click();
    setTimeout(() => URL.revokeObjectURL(save.href), 5000);
  };
  // On a small screen the map comes first and the legend opens on demand.
  if (innerWidth < 1000) $("legend").open = false;
  addEventListener("hashchange", fromLink);
  fromLink();
  // For tests and benchmarks: when the first picture stood.
  network.once("afterDrawing", () => { document.documentElement.dataset.drawn = String(Math.round(performance.now())); });
})();
