// The review page. Everything that came with an answer goes into the page as text, never as markup.

const AT_ONCE = 150; // groups shown at a time; more on demand
const MARKS = {met: "✓", "not met": "✗", "can't tell": "?"};
const $ = id => document.getElementById(id);

let exercises = [];
let current = null;
let shown = AT_ONCE;
let unsaved = 0; // requests under way or failed
let closed = false;

/** An element with properties and children; texts become text nodes. */
function make(tag, properties = {}, ...children) {
  const element = Object.assign(document.createElement(tag), properties);
  element.append(...children);
  return element;
}

const waiting = exercise => exercise.groups.filter(one => !one.points).reduce((sum, one) => sum + one.learners.length, 0);
const answers = exercise => exercise.groups.reduce((sum, one) => sum + one.learners.length, 0);
const count = (number, what) => `${number.toLocaleString("en")} ${what}${number === 1 ? "" : "s"}`;

async function ask(what, body) {
  const request = body === undefined ? {} : {method: "POST", headers: {"Content-Type": "application/json"}, body: JSON.stringify(body)};
  let answer;
  try {
    answer = await fetch(what, request);
  } catch {
    throw new Error("The review has ended in the terminal. Leave this page open, run the command again, and type what isn’t saved into the new page.");
  }
  const data = await answer.json().catch(() => ({error: `The page was refused (${answer.status}).`}));
  if (!answer.ok) throw new Error(data.error);
  return data;
}

function trouble(text) {
  $("trouble").textContent = text;
  $("trouble").hidden = !text;
}

// --- what is shown -----------------------------------------------------------------------------------------------------

function summary() {
  const all = exercises.reduce((sum, one) => sum + answers(one), 0);
  const left = exercises.reduce((sum, one) => sum + waiting(one), 0);
  const saved = unsaved ? "Saving …" : "All saved.";
  $("sum").textContent = left ? `${(all - left).toLocaleString("en")} of ${count(all, "answer")} decided. ${saved}` : `All ${count(all, "answer")} decided. ${saved}`;
}

function list() {
  let set = "";
  const items = [];
  for (const one of exercises) {
    if (one.set !== set) items.push(make("li", {className: "set"}, one.set));
    set = one.set;
    const left = waiting(one);
    const button = make("button", {type: "button"},
      make("span", {}, `${one.exercise} ${one.title}`),
      make("span", {className: "count"}, left ? `${left} wait${left === 1 ? "s" : ""}` : "✓ done"));
    button.setAttribute("aria-current", String(one === current));
    button.addEventListener("click", () => open(one, true));
    one.button = button;
    items.push(make("li", {}, button));
  }
  $("exercises").replaceChildren(...items);
}

function counts() {
  for (const one of exercises) {
    const left = waiting(one);
    one.button.lastChild.textContent = left ? `${left} wait${left === 1 ? "s" : ""}` : "✓ done";
    one.button.setAttribute("aria-current", String(one === current));
  }
  const elsewhere = exercises.some(one => one !== current && waiting(one));
  $("next").hidden = !elsewhere;
  $("rest").textContent = elsewhere ? "That was the last answer here." : "Nothing waits in the other exercises. Press “I’m finished” when you are.";
  summary();
}

/** Show an exercise, and go to its first answer that waits. */
function open(exercise, enter) {
  current = exercise;
  shown = AT_ONCE;
  $("exercise").hidden = false;
  $("title").textContent = `${exercise.exercise} ${exercise.title}`;
  const different = exercise.groups.length;
  const most = exercise.most === null ? "" : ` Each gives up to ${count(exercise.most, "point")}.`;
  $("of").textContent = `${count(answers(exercise), "answer")}${different < answers(exercise) ? `, ${different.toLocaleString("en")} of them different; the same answer is marked once` : ""}.${most}`;
  $("about").hidden = !exercise.shown;
  $("shown").textContent = exercise.shown;
  // Criteria that the machine couldn't tell for anybody stand once above, not under each answer.
  const key = JSON.stringify(exercise.groups[0]?.criteria);
  exercise.alike = exercise.groups.every(one => JSON.stringify(one.criteria) === key && one.criteria.every(([met]) => met === "can't tell"));
  $("rubric").replaceChildren(...(exercise.alike && exercise.groups[0]?.criteria.length ? [make("p", {}, "What to look for:"), criteria(exercise.groups[0], false)] : []));
  $("compare").hidden = !exercise.compare.length;
  $("anchors").replaceChildren(...exercise.compare.flatMap(([what, text]) => [make("p", {className: "soft"}, what), make("div", {className: "answer"}, text)]));
  choose();
  fill();
  counts();
  if (enter) (firstWaiting() ?? $("groups").querySelector("input.points") ?? $("title")).focus();
}

const firstWaiting = () => [...$("groups").querySelectorAll("li:not(.decided) input.points")][0];

/** The cards of the groups that are to be seen; those that are there already stay as they are. */
function fill() {
  const now = current.seen.slice(0, shown);
  $("groups").replaceChildren(...now.map(one => one.element ?? card(one)));
  const left = current.seen.length - now.length;
  $("more").hidden = !left;
  $("more").textContent = `Show ${count(Math.min(left, AT_ONCE), "more answer")} (${left.toLocaleString("en")} left)`;
  $("end").hidden = Boolean(left);
}

function choose() {
  current.seen = $("waiting").checked ? current.groups.filter(one => !one.points) : [...current.groups];
}

function criteria(group, marks = true) {
  return make("ul", {className: "criteria"}, ...group.criteria.map(([met, text]) =>
    make("li", {}, make("span", {className: "mark", ariaHidden: "true"}, marks ? MARKS[met] : "·"), marks ? `${met}: ${text}` : text)));
}

function who(group) {
  const number = group.learners.length;
  if (!$("names").checked) return number === 1 ? "One learner" : `${number} learners wrote the same`;
  if (number === 1) return group.learners[0];
  const some = group.learners.slice(0, 3).join(", ");
  return number > 3 ? `${some} and ${number - 3} more (${number} learners wrote the same)` : `${some} (${number} learners wrote the same)`;
}

function card(group) {
  const label = make("strong", {dir: "auto"});
  const points = make("input", {type: "text", className: "points", inputMode: "decimal", autocomplete: "off", value: group.points});
  const comment = make("textarea", {rows: 1, value: group.comment, dir: "auto"});
  const state = make("p", {className: "state", role: "status"});
  const of = current.most === null ? "" : ` of ${current.most}`;
  comment.placeholder = "Comment";
  const head = make("p", {className: "who"}, label);
  if (group.learners.length > 1) {
    const apart = make("button", {type: "button"}, "Mark each apart");
    apart.addEventListener("click", () => split(group));
    head.append(apart);
  }
  const decide = make("div", {className: "decide"}, make("span", {}, points, of));
  if (group.proposal) {
    const take = make("button", {type: "button"}, `Take the proposal: ${group.proposal}`);
    take.addEventListener("click", () => propose(group));
    decide.append(take);
  }
  decide.append(comment, state);
  const parts = [head, make("div", {className: "answer", dir: "auto"}, group.answer || "(the box is empty)")];
  if (!current.alike && group.criteria.length) parts.push(criteria(group));
  parts.push(...group.notes.map(text => make("p", {className: "soft"}, text)));
  group.element = make("li", {className: `group${group.points ? " decided" : ""}`}, ...parts, decide);
  Object.assign(group, {pointsBox: points, commentBox: comment, stateLine: state, label, of: `${of}, exercise ${current.exercise}`});
  name(group);
  for (const box of [points, comment]) {
    box.addEventListener("change", () => save(group));
    box.addEventListener("keydown", event => key(event, group, box));
  }
  describe(group);
  return group.element;
}

function name(group) {
  group.label.textContent = who(group);
  group.pointsBox.setAttribute("aria-label", `Points${group.of}, ${who(group)}`);
  group.commentBox.setAttribute("aria-label", `Comment, ${who(group)}`);
}

function describe(group, text, bad = false) {
  group.stateLine.textContent = text ?? (group.points ? "✓ Saved" : "Waits for your points");
  group.stateLine.classList.toggle("bad", bad);
  group.element.classList.toggle("decided", Boolean(group.points));
  group.pointsBox.setAttribute("aria-invalid", String(bad));
}

function split(group) {
  const one = group.learners.map(learner => ({...group, learners: [learner], element: null, sent: null}));
  current.groups.splice(current.groups.indexOf(group), 1, ...one);
  current.seen.splice(current.seen.indexOf(group), 1, ...one);
  fill();
  one[0].pointsBox?.focus();
}

// --- saving ------------------------------------------------------------------------------------------------------------

let queue = Promise.resolve();

/** What is wrong with points as typed, or "". The server looks again. */
function faultOf(points) {
  if (points && !/^(\d{1,6}([.,]\d*)?|[.,]\d+)$/.test(points)) return `“${points}” isn’t points`;
  return current.most !== null && Number(points.replace(",", ".")) > current.most ? `the most is ${current.most}` : "";
}

/** Save a group's boxes where they have changed, one request after the other; says whether they can be saved. */
function save(group, anyway = false) {
  const points = group.pointsBox.value.trim();
  const comment = group.commentBox.value.trim();
  const fault = faultOf(points);
  if (fault) {
    describe(group, `Not saved: ${fault}.`, true);
    return false;
  }
  const typed = JSON.stringify([points, comment]);
  if (!anyway && typed === (group.sent ?? JSON.stringify([group.points, group.comment]))) return true;
  group.sent = typed;
  unsaved += 1;
  describe(group, "Saving …");
  summary();
  const {lesson, exercise} = current;
  queue = queue.then(async () => {
    try {
      const edit = {lesson, exercise, learners: group.learners, answer: group.answer, points, comment, was: [group.points, group.comment], anyway};
      const [result] = (await ask("save", {edits: [edit]})).results;
      trouble("");
      unsaved -= 1;
      if (result.saved) {
        [group.points, group.comment] = result.now;
        if (group.pointsBox.value.trim() === points) {
          group.pointsBox.value = group.points;
          group.sent = null;
        }
        describe(group);
      } else if (result.fault) {
        describe(group, `Not saved: ${result.fault}.`, true);
      } else {
        conflict(group, result.other);
      }
    } catch (error) {
      unsaved -= 1;
      group.sent = "";
      describe(group, "Not saved yet.", true);
      trouble(error.message);
    }
    counts();
  });
  return true;
}

function conflict(group, [points, comment]) {
  describe(group, `Not saved: in another tab or program this was changed to ${points || "no points"}${comment ? `, “${comment}”` : ""}. `, true);
  const mine = make("button", {type: "button"}, "Save mine");
  const theirs = make("button", {type: "button"}, "Keep theirs");
  mine.addEventListener("click", () => { group.pointsBox.focus(); save(group, true); });
  theirs.addEventListener("click", () => {
    [group.points, group.comment, group.sent] = [points, comment, null];
    group.pointsBox.value = points;
    group.commentBox.value = comment;
    describe(group);
    counts();
    group.pointsBox.focus();
  });
  group.stateLine.append(mine, " ", theirs);
}

function propose(group) {
  group.pointsBox.value = group.proposal;
  save(group);
  group.pointsBox.focus();
}

// --- by keyboard -------------------------------------------------------------------------------------------------------

/** Go to the card before or after; says whether there was one. */
function move(group, step, only = () => true) {
  const cards = [...$("groups").querySelectorAll("input.points")];
  let at = cards.indexOf(group.pointsBox) + step;
  if (at >= cards.length && !$("more").hidden) {
    more();
    return true;
  }
  while (cards[at] && !only(cards[at])) at += step;
  if (!cards[at]) return false;
  cards[at].focus();
  cards[at].select();
  cards[at].closest("li").scrollIntoView({block: "nearest"});
  return true;
}

/** After the last answer of an exercise: the next one that has any waiting, or the end. */
function onward() {
  const at = exercises.indexOf(current);
  const next = [...exercises.slice(at + 1), ...exercises.slice(0, at)].find(waiting);
  if (next) open(next, true);
}

function aside(step) {
  const next = exercises[exercises.indexOf(current) + step];
  if (next) open(next, true);
}

function key(event, group, box) {
  if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
  const inComment = box === group.commentBox;
  let done = true;
  if (event.key === "Enter" && !event.shiftKey) {
    if (!save(group)) group.pointsBox.focus();
    else if (!move(group, 1)) onward();
  } else if (inComment) {
    if (event.key === "Escape") group.pointsBox.focus();
    else done = false;
  } else if (event.key === "j" || event.key === "ArrowDown") move(group, 1);
  else if (event.key === "k" || event.key === "ArrowUp") move(group, -1);
  else if (event.key === "n") move(group, 1, one => !one.closest("li").classList.contains("decided"));
  else if (event.key === "c") group.commentBox.focus();
  else if (event.key === "p") { if (group.proposal) propose(group); }
  else if (event.key === "]") aside(1);
  else if (event.key === "[") aside(-1);
  else done = event.key.length === 1 && !/[\d.,]/.test(event.key); // no other letters in a points box
  if (done) event.preventDefault();
}

function more() {
  const at = $("groups").children.length;
  shown += AT_ONCE;
  fill();
  $("groups").children[at]?.querySelector("input.points").focus();
}

// --- beginning and end -------------------------------------------------------------------------------------------------

async function load(enter) {
  try {
    const at = current && [current.lesson, current.exercise].join();
    exercises = (await ask("state")).exercises;
    trouble("");
    current = exercises.find(one => [one.lesson, one.exercise].join() === at) ?? exercises.find(waiting) ?? exercises[0];
    const inList = document.activeElement?.closest?.("#exercises");
    list();
    if (current) open(current, enter);
    else $("sum").textContent = "Nothing waits for you.";
    if (inList) current?.button.focus();
  } catch (error) {
    trouble(error.message);
  }
}

const typing = () => current?.groups.some(one => one.element && (one.pointsBox.value.trim() !== one.points || one.commentBox.value.trim() !== one.comment));

$("names").addEventListener("change", () => {
  for (const one of exercises.flatMap(exercise => exercise.groups)) if (one.element) name(one);
});
$("waiting").addEventListener("change", () => {
  if (!current) return;
  choose();
  fill();
});
$("more").addEventListener("click", more);
$("next").addEventListener("click", onward);
$("done").addEventListener("click", async () => {
  await queue;
  if (typing() && !confirm("Something you typed isn’t saved. Stop all the same?")) return;
  try {
    await ask("close", {});
    closed = true;
    const left = exercises.reduce((sum, one) => sum + waiting(one), 0);
    document.querySelector("header").remove();
    document.querySelector(".columns").replaceWith(make("main", {},
      make("h1", {}, "Saved"),
      make("p", {}, `${left ? `${count(left, "answer")} still ${left === 1 ? "waits" : "wait"}.` : "Every answer is decided."} You can close this page.`),
      make("p", {}, "To count your points, run the same “sellbackwards grade” command again as before. It also makes the learners’ pages anew.")));
  } catch (error) {
    trouble(error.message);
  }
});
addEventListener("focus", () => { if (!closed && !unsaved && !typing() && document.visibilityState === "visible" && !document.activeElement?.closest?.(".group")) load(false); });
addEventListener("beforeunload", event => { if (!closed && (unsaved || typing())) event.preventDefault(); });

load(true);
