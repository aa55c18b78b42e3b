"use strict";(self.rspackChunk_sellbackwards_face=self.rspackChunk_sellbackwards_face||[]).push([[700],{"./node_modules/css-loader/dist/cjs.js!../sellbackwards/design/charts.css"(e,s,t){var a=t("./node_modules/css-loader/dist/runtime/noSourceMaps.js"),r=t.n(a),o=t("./node_modules/css-loader/dist/runtime/api.js"),i=(t.n(o))()(r());i.push([e.id,`/* Charts and the score card of a call. They carry this with them, since any notebook may show one. */
[data-jp-theme-light="true"] :is(.sb-chart, .sb-callcard) { color-scheme: light; }
:is([data-jp-theme-light="false"], .vscode-dark, html[theme="dark"]) :is(.sb-chart, .sb-callcard) { color-scheme: dark; }
.sb-chart { margin: var(--sb-space-3) 0; max-width: 760px; color: var(--sb-ink); font-family: var(--sb-font); }
.sb-chart img { display: block; width: 100%; max-width: 760px; height: auto; background: none !important; } /* its paper is for where this style is taken away */
.sb-chart figcaption { font-weight: 600; font-size: var(--sb-text-l); line-height: 1.35; margin: 0 0 var(--sb-space-2); text-align: left; color: inherit; }
.sb-chart summary { cursor: pointer; }
.sb-chart :is(table, thead, tr, th, td), .sb-callcard :is(table, tr, th, td) { color: inherit !important; background: none !important; }
.sb-chart :is(th, td) { text-align: left !important; padding: 2px 14px 2px 0 !important; border-bottom: 1px solid var(--sb-hairline); }
.sb-callcard {
  background: var(--sb-surface); color: var(--sb-ink); border: 1px solid var(--sb-hairline); border-radius: var(--sb-radius);
  padding: var(--sb-space-3) var(--sb-space-4); max-width: 760px; font-family: var(--sb-font); font-size: var(--sb-text); line-height: 1.45;
}
.sb-callcard h3 { margin: 0 0 4px; font-size: var(--sb-text-l); color: inherit; }
.sb-callcard h4 { margin: 14px 0 2px; font-size: var(--sb-text); color: var(--sb-link); }
.sb-callcard table { border-collapse: collapse; width: 100%; }
.sb-callcard :is(th, td) {
  text-align: left !important; vertical-align: top; padding: 4px 12px 4px 0; font-weight: 400; border-top: 1px solid var(--sb-hairline); white-space: normal;
}
.sb-callcard .sb-one { table-layout: fixed; }
.sb-one th { width: 24%; } .sb-one td { width: 26%; } .sb-one td:last-child { width: 50%; }
.sb-callcard i { display: block; height: 6px; margin-top: 3px; background: var(--sb-seller); }
.sb-callcard small { color: var(--sb-quiet); font-size: var(--sb-text-s); }
.sb-callcard blockquote { margin: 2px 0 8px; padding-left: 10px; border-left: 3px solid var(--sb-buyer); color: inherit; }
/* In the system's own colours a picture keeps its paper, or its black letters would stand on black; a bar is a line of text's colour. */
@media (forced-colors: active) {
  .sb-chart img { color-scheme: light; forced-color-adjust: none; background: #ffffff !important; }
  .sb-callcard i { background: CanvasText; }
}
`,""]),t.d(s,{},{A:i})},"./node_modules/css-loader/dist/cjs.js!../sellbackwards/design/player.css"(e,s,t){var a=t("./node_modules/css-loader/dist/runtime/noSourceMaps.js"),r=t.n(a),o=t("./node_modules/css-loader/dist/runtime/api.js"),i=(t.n(o))()(r());i.push([e.id,`/* The player of a call (frontend/src/player): on the site's pages and in JupyterLab with the course's extension. */
[data-jp-theme-light="true"] .sb-player { color-scheme: light; }
:is([data-jp-theme-light="false"], .vscode-dark, html[theme="dark"]) .sb-player { color-scheme: dark; }
.sb-plays { max-width: 760px; margin: 0 0 var(--sb-space-3); color: var(--sb-ink); font-family: var(--sb-font); font-size: var(--sb-text); line-height: 1.45; }
.sb-plays .sb-legend { margin: 0; color: var(--sb-quiet); font-size: var(--sb-text-s); white-space: pre; }
.sb-strip { display: flex; gap: var(--sb-space-2); }
.sb-names { flex: 0 1 auto; max-width: 9em; min-width: 0; }
.sb-below-marks { padding-top: 16px; }
.sb-names span { display: block; box-sizing: border-box; height: 30px; margin: 4px 0; padding: 4px 6px; overflow: hidden; text-overflow: ellipsis; white-space: nowrap; border-radius: 4px; }
.sb-names .sb-now { background: var(--sb-ink); color: var(--sb-surface); font-weight: 600; }
.sb-bars { position: relative; flex: 1 1 auto; min-width: 0; container-type: inline-size; margin-right: 12px; cursor: pointer; touch-action: none; border-radius: 4px; }
.sb-bars:focus-visible { outline: 3px solid var(--sb-focus); outline-offset: 3px; }
.sb-marks { position: relative; height: 16px; font-size: 9px; line-height: 16px; }
.sb-marks span, .sb-ticks span { position: absolute; transform: translateX(-50%); }
.sb-row { position: relative; height: 30px; margin: 4px 0; background: var(--sb-raised); border-radius: 2px; overflow: hidden; }
.sb-bar { position: absolute; top: 3px; bottom: 3px; min-width: 1px; }
.sb-is-seller { background: var(--sb-seller); }
.sb-is-buyer { background: var(--sb-buyer); }
.sb-is-other { background: var(--sb-other); }
.sb-playing .sb-bar { opacity: .5; }
.sb-playing .sb-bar.sb-now { opacity: 1; top: 0; bottom: 0; }
.sb-line { position: absolute; top: 0; bottom: 20px; width: 2px; margin-left: -1px; background: var(--sb-ink); box-shadow: 0 0 0 1px var(--sb-surface); pointer-events: none; }
.sb-ticks { position: relative; height: 20px; font-size: var(--sb-text-s); line-height: 20px; color: var(--sb-quiet); }
.sb-ticks span:first-child { transform: none; }
.sb-controls, .sb-voices, .sb-voices .sb-choices { display: flex; flex-wrap: wrap; align-items: center; gap: var(--sb-space-2); }
.sb-controls { margin: var(--sb-space-2) 0; }
.sb-voices[hidden] { display: none; }
.sb-plays :is(button, select) {
  box-sizing: border-box; min-height: var(--sb-target); max-width: 100%; padding: 4px var(--sb-space-3); border: 1px solid var(--sb-line); border-radius: 4px;
  font: inherit; color: var(--sb-ink); background: var(--sb-raised);
}
.sb-plays button { cursor: pointer; }
.sb-plays .sb-play-button { min-width: 7em; color: var(--sb-on-action); background: var(--sb-action); border-color: var(--sb-action); font-weight: 600; }
.sb-plays :is(button, select, input):focus-visible { outline: 3px solid var(--sb-focus); outline-offset: 1px; }
.sb-plays label { display: inline-flex; align-items: center; gap: 6px; min-height: var(--sb-target); }
.sb-time { font-variant-numeric: tabular-nums; color: var(--sb-quiet); }
.sb-captions { box-sizing: border-box; min-height: 7em; padding: var(--sb-space-2) var(--sb-space-3); border: 1px solid var(--sb-hairline); border-radius: var(--sb-radius); background: var(--sb-surface); font-size: var(--sb-text-l); }
.sb-captions p { margin: 0 0 var(--sb-space-1); padding-left: 10px; border-left: 4px solid var(--sb-other); overflow-wrap: anywhere; }
.sb-captions .sb-by-seller { border-left-color: var(--sb-seller); }
.sb-captions .sb-by-buyer { border-left-color: var(--sb-buyer); }
.sb-captions .sb-silence { border-left-color: transparent; color: var(--sb-quiet); }
.sb-plays .sb-note { margin: var(--sb-space-1) 0; color: var(--sb-quiet); font-size: var(--sb-text-s); }
.sb-said > .sb-now { background: var(--sb-raised); box-shadow: -4px 0 0 var(--sb-ink); }
.sb-plays .sb-unseen { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
/* As many times below the chart as there is room for; the chart's own width counts, not the window's. */
@container (max-width: 26em) { .sb-ticks span:nth-child(even) { display: none; } }
@container (max-width: 13em) { .sb-ticks span:not(:nth-child(4n + 1)) { display: none; } }
@media (forced-colors: active) {
  .sb-bar { forced-color-adjust: none; }
  .sb-line { background: CanvasText; }
  .sb-names .sb-now { forced-color-adjust: none; background: Highlight; color: HighlightText; }
}
@media print { .sb-plays .sb-controls, .sb-captions, .sb-voices, .sb-line { display: none; } }
`,""]),t.d(s,{},{A:i})},"./node_modules/css-loader/dist/cjs.js!../sellbackwards/design/tokens.css"(e,s,t){var a=t("./node_modules/css-loader/dist/runtime/noSourceMaps.js"),r=t.n(a),o=t("./node_modules/css-loader/dist/runtime/api.js"),i=(t.n(o))()(r());i.push([e.id,`/* The course's look: colours, sizes, space. Widgets, cards, charts, feedback pages, site, print, workshop and JupyterLab
   share these and no others. A colour has two values, for light and for dark; \`color-scheme\` chooses between them.
   Seller and buyer are blue and orange of Okabe and Ito's palette: told apart by colour-blind eyes and in grey print. */
:root {
  --sb-paper: light-dark(#fffdf8, #17181b);
  --sb-surface: light-dark(#ffffff, #212226);
  --sb-raised: light-dark(#f1efe8, #2e3036);
  --sb-ink: light-dark(#1f1f1f, #ececec);
  --sb-quiet: light-dark(#595959, #b4b4b4);
  --sb-line: light-dark(#767676, #8e8e8e);
  --sb-hairline: light-dark(#dcd8cc, #44464d);
  --sb-link: light-dark(#00558b, #7cc4f5);
  --sb-focus: light-dark(#0072b2, #56b4e9);
  --sb-action: light-dark(#00558b, #7cc4f5);
  --sb-on-action: light-dark(#ffffff, #10151a);
  --sb-seller: light-dark(#0072b2, #74c0f3);
  --sb-on-seller: light-dark(#ffffff, #000000);
  --sb-buyer: light-dark(#c98200, #d18a00);
  --sb-on-buyer: light-dark(#000000, #000000);
  --sb-other: light-dark(#8c8c8c, #9a9a9a);
  --sb-on-other: light-dark(#000000, #000000);
  --sb-passed: light-dark(#0b6e69, #5fcfc4);
  --sb-passed-tint: light-dark(#e6f4f2, #1b3331);
  --sb-not-yet: light-dark(#9a4c00, #f2aa66);
  --sb-unsure: light-dark(#6a4fa8, #bba8ee);
  --sb-person: light-dark(#4a5a78, #a9bbdf);

  --sb-font: system-ui, -apple-system, "Segoe UI", Roboto, "Liberation Sans", sans-serif;
  --sb-text-s: 13px;
  --sb-text: 15px;
  --sb-text-l: 17px;
  --sb-head-3: 18px;
  --sb-head-2: 22px;
  --sb-head-1: 28px;
  --sb-leading: 1.55;
  --sb-measure: 44em; /* a line of 60 to 75 characters */
  --sb-space-1: 4px;
  --sb-space-2: 8px;
  --sb-space-3: 12px;
  --sb-space-4: 16px;
  --sb-space-5: 24px;
  --sb-space-6: 40px;
  --sb-radius: 6px;
  --sb-target: 34px; /* the least height of what is clicked */
}
@media (prefers-contrast: more) {
  :root {
    --sb-paper: light-dark(#ffffff, #000000);
    --sb-surface: light-dark(#ffffff, #000000);
    --sb-raised: light-dark(#ffffff, #000000);
    --sb-ink: light-dark(#000000, #ffffff);
    --sb-quiet: light-dark(#000000, #ffffff);
    --sb-line: light-dark(#000000, #ffffff);
    --sb-hairline: light-dark(#000000, #ffffff);
    --sb-link: light-dark(#003a5f, #a9dcff);
    --sb-focus: light-dark(#003a5f, #a9dcff);
    --sb-passed: light-dark(#004c48, #8ff0e6);
    --sb-not-yet: light-dark(#6b3400, #ffc48f);
    --sb-unsure: light-dark(#452a86, #d8caff);
  }
}
`,""]),t.d(s,{},{A:i})},"./node_modules/css-loader/dist/cjs.js!../sellbackwards/exercises/style.css"(e,s,t){var a=t("./node_modules/css-loader/dist/runtime/noSourceMaps.js"),r=t.n(a),o=t("./node_modules/css-loader/dist/runtime/api.js"),i=(t.n(o))()(r());i.push([e.id,`/* Cards and practices. Colours and sizes are those of design/tokens.css, which stand before this. */

/* Which theme: JupyterLab's, VS Code's, Colab's; elsewhere the page's own. */
[data-jp-theme-light="true"] :is(.sb-card, .sb-practice) { color-scheme: light; }
:is([data-jp-theme-light="false"], .vscode-dark, html[theme="dark"]) :is(.sb-card, .sb-practice) {
  color-scheme: dark;
}

/* A card, a practice */
.sb-card, .sb-practice {
  box-sizing: border-box; max-width: var(--sb-measure); margin: var(--sb-space-2) 0; padding: var(--sb-space-3) var(--sb-space-4);
  border: 1px solid var(--sb-hairline); border-radius: var(--sb-radius);
  background: var(--sb-surface); color: var(--sb-ink); font-family: var(--sb-font); font-size: var(--sb-text); line-height: var(--sb-leading);
}
.sb-card { border-left: 6px solid var(--sb-line); }
.sb-card.sb-passed { border-color: var(--sb-passed); background: var(--sb-passed-tint); }
.sb-card.sb-not-yet { border-left-color: var(--sb-not-yet); }
.sb-card.sb-couldnt-tell { border-left-color: var(--sb-unsure); }
.sb-card.sb-for-a-person { border-left-color: var(--sb-person); }
.sb-card p, .sb-card ul, .sb-practice ul { margin: var(--sb-space-1) 0; }
.sb-practice p { margin: var(--sb-space-1) 0; }
.sb-card .sb-head, .sb-feedback .sb-head { font-weight: 600; font-size: var(--sb-text-l); }
.sb-head .sb-badge { display: inline-block; margin-right: .4em; font-weight: 700; }
.sb-passed .sb-badge, .sb-feedback[data-status="passed"] .sb-badge { color: var(--sb-passed); }
.sb-not-yet .sb-badge, .sb-feedback[data-status="not yet"] .sb-badge { color: var(--sb-not-yet); }
.sb-couldnt-tell .sb-badge, .sb-feedback[data-status="couldn't tell"] .sb-badge { color: var(--sb-unsure); }
.sb-feedback { padding: var(--sb-space-2) var(--sb-space-3); border-left: 4px solid var(--sb-hairline); }
.sb-feedback[data-status="passed"] { border-left-color: var(--sb-passed); background: var(--sb-passed-tint); border-radius: var(--sb-radius); }
.sb-feedback[data-status="not yet"] { border-left-color: var(--sb-not-yet); }
.sb-feedback[data-status="couldn't tell"] { border-left-color: var(--sb-unsure); }
.sb-feedback:empty { padding: 0; border: 0; }
.sb-criteria { padding-left: 0 !important; list-style: none !important; }
.sb-criteria li { margin: 3px 0; padding-left: 1.6em; text-indent: -1.6em; }
.sb-criteria .sb-mark { display: inline-block; width: 1.6em; text-indent: 0; font-weight: 700; }
.sb-card table { border-collapse: collapse; }
.sb-card th, .sb-card td { text-align: left !important; padding: 2px 14px 2px 0; }
.sb-practice blockquote { margin: var(--sb-space-1) 0 var(--sb-space-2); padding: 6px var(--sb-space-3); border-left: 4px solid var(--sb-line); font-size: var(--sb-text-l); white-space: pre-line; }
.sb-practice a { color: var(--sb-link) !important; text-decoration: underline !important; }
.sb-unseen { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }

/* Text, boxes and buttons of a practice: everything wraps, and takes the height that it needs. */
.sb-practice :is(.widget-html-content, .widget-label) { font-size: var(--sb-text); line-height: var(--sb-leading); color: inherit; white-space: normal; }
.sb-practice .widget-html { height: auto; }
.sb-practice .widget-vbox { overflow: visible; } /* a box's frame and its focus ring must not be cut off at the edge */
.sb-practice .widget-label { height: auto; text-align: left; overflow: visible; }
.sb-practice :is(.widget-textarea, .widget-text) { flex-direction: column; align-items: stretch; width: calc(100% - 8px); height: auto; margin: 2px var(--sb-space-1); }
.sb-practice :is(.widget-textarea, .widget-text) .widget-label { width: auto; font-weight: 600; margin-bottom: 2px; }
.sb-practice :is(textarea, input[type="text"], select) {
  box-sizing: border-box; max-width: 100%; min-height: var(--sb-target); padding: 6px 8px; border: 1px solid var(--sb-line); border-radius: 4px;
  font-family: inherit; font-size: var(--sb-text); line-height: 1.4; color: var(--sb-ink); background-color: var(--sb-surface);
}
.sb-practice textarea { height: auto; field-sizing: content; max-height: 20em; }
.sb-practice textarea[rows="2"] { min-height: 4em; }
.sb-practice textarea[rows="4"] { min-height: 6.5em; }
.sb-practice ::placeholder { color: var(--sb-quiet); opacity: 1; }
.sb-practice .jupyter-button {
  width: auto; height: auto; min-height: var(--sb-target); padding: 4px var(--sb-space-3); border: 1px solid var(--sb-line); border-radius: 4px;
  font-size: var(--sb-text); line-height: 1.4; color: var(--sb-ink); background: var(--sb-raised); white-space: normal;
}
.sb-practice .jupyter-button.sb-main { color: var(--sb-on-action); background: var(--sb-action); border-color: var(--sb-action); font-weight: 600; }
/* !important, because ipywidgets takes a text box's outline away and draws a button's too faint to be seen. */
.sb-practice :is(textarea, button, input, select, a, summary, [tabindex]):focus-visible {
  outline: 3px solid var(--sb-focus) !important; outline-offset: 1px !important;
}
.sb-practice .widget-inline-hbox { box-sizing: border-box; max-width: calc(100% - 4px); }
.sb-practice :is(.widget-radio, .widget-dropdown, .widget-checkbox) { width: 100%; height: auto; }
.sb-practice :is(.widget-radio, .widget-dropdown) { flex-direction: column; align-items: stretch; }
.sb-practice :is(.widget-radio, .widget-dropdown) > .widget-label { width: auto; font-weight: 600; }
.sb-practice .widget-radio-box { width: 100%; max-width: none; height: auto; margin: 0; padding: 0; }
.sb-practice .widget-radio-box label {
  display: flex; align-items: flex-start; width: 100%; height: auto; max-width: none; margin: 0; padding: 4px 0; line-height: var(--sb-leading);
  white-space: normal; overflow: visible; font-size: var(--sb-text);
}
.sb-practice .widget-radio-box input { margin: 4px 8px 0 0; flex: none; order: -1; width: 16px; height: 16px; accent-color: var(--sb-action); }
.sb-practice .widget-checkbox label { display: flex; white-space: normal; line-height: var(--sb-leading); font-size: var(--sb-text); height: auto; padding: 3px 0; }
.sb-practice .widget-checkbox input { flex: none; margin: 3px 8px 0 0; width: 16px; height: 16px; accent-color: var(--sb-action); align-self: flex-start; }
.sb-practice .widget-dropdown select { width: auto; min-width: 9em; padding-right: 24px; flex: none; align-self: flex-start; }

/* What a form shows itself stands in the task for those who type without one. */
.jp-Cell:has(+ .jp-Cell:is(.sb-as-form, .sb-awake)) .by-hand { display: none; }

/* Lines to sort, lines to order, numbers, a plan's rows: see practice/controls. */
.sb-control { gap: var(--sb-space-1); margin-bottom: var(--sb-space-2); }
.sb-control-sorting > .widget-dropdown {
  display: flex; flex-flow: row nowrap; align-items: center; gap: 2px var(--sb-space-4); padding: var(--sb-space-1) 0; border-bottom: 1px solid var(--sb-hairline); margin: 0;
}
.sb-control-sorting > * > .widget-label { flex: 1 1 auto; min-width: 0; font-weight: 400 !important; }
.sb-control-sorting > .widget-dropdown > select { align-self: center; max-width: 45%; }
.sb-order-row {
  align-items: center; gap: var(--sb-space-2); padding: var(--sb-space-1) var(--sb-space-2); border: 1px solid var(--sb-hairline); border-radius: 4px; background: var(--sb-paper);
}
.sb-order-row > .widget-html { flex: 1 1 auto; min-width: 0; }
.sb-order-row > .jupyter-button { flex: none; }
.sb-grip { display: none; }
.sb-control-numbers > .widget-text input { max-width: 14em; }
.sb-plan-row { align-items: flex-end; gap: var(--sb-space-2); padding: var(--sb-space-2) 0; border-bottom: 1px solid var(--sb-hairline); }
.sb-plan-row > .widget-html { flex: none; margin: 0 0 4px; min-width: 3.6em; }
.sb-plan-row > .jupyter-button { margin: 0; }
.sb-plan-row > .widget-text { flex: 1 1 6.2em; width: auto; min-width: 5em; margin: 0; }
.sb-plan-row > .widget-text:nth-child(2) { flex: 1 1 calc(100% - 5em); }  /* what happens: a line of its own */
.sb-plan-row > .widget-text:nth-child(5) { flex: 0 0 4.8em; }
.sb-plan-row input { padding: 6px !important; }
.sb-control > .jupyter-button { align-self: flex-start; }
.sb-plan-row .widget-label { font-size: var(--sb-text-s) !important; font-weight: 400 !important; white-space: nowrap !important; }
.sb-self-check { margin-top: var(--sb-space-2); }

.sb-chooser { gap: var(--sb-space-1); padding-top: var(--sb-space-2); margin-top: var(--sb-space-3); border-top: 1px solid var(--sb-hairline); }
.sb-chooser > .widget-hbox { flex-flow: row wrap; align-items: flex-end; gap: var(--sb-space-2); }
.sb-chooser .widget-dropdown { display: flex; flex: 1 1 12em; width: auto; min-width: 0; margin: 0; }
.sb-chooser .widget-dropdown:nth-child(2) { flex: 2 1 16em; }
.sb-chooser .widget-dropdown select { width: 100%; min-width: 0; align-self: stretch; }
.sb-chooser .widget-text { flex: 1 1 18em; width: auto; margin: 0; }
.sb-chooser .jupyter-button { margin: 0; }

/* A talk: who speaks is said in words; the seller's and the buyer's colours are those of the charts. */
.sb-talk-frame {
  display: flex; flex-direction: column-reverse; max-height: 420px; overflow-y: auto; border: 1px solid var(--sb-line);
  border-radius: var(--sb-radius); padding: var(--sb-space-2) var(--sb-space-3); margin: 6px 0; background: var(--sb-paper);
}
.sb-talk p { margin: 6px 0; padding: 4px 10px; overflow-wrap: anywhere; }
.sb-talk .sb-buyer { border-left: 4px solid var(--sb-buyer); }
.sb-talk .sb-seller { border-left: 4px solid var(--sb-seller); margin-left: 3em; }
.sb-talk .sb-end { border-left: 4px solid var(--sb-line); }
.sb-debrief :is(h3, h4) { margin: var(--sb-space-4) 0 var(--sb-space-1); }
.sb-debrief li { margin: 4px 0; overflow-wrap: anywhere; }
.sb-debrief .sb-turn { margin: 10px 0; padding: 2px 0 2px var(--sb-space-3); border-left: 4px solid var(--sb-line); }
.sb-debrief .sb-turn :is(p, ul) { margin: 2px 0; overflow-wrap: anywhere; }
.sb-debrief summary { cursor: pointer; padding: 6px 0; font-weight: 600; }
.sb-beside { display: flex; flex-wrap: wrap; gap: var(--sb-space-4); }
.sb-beside > div { flex: 1 1 18em; min-width: 0; }

/* Calls beside each other */
.sb-measures { max-width: 760px; }
.sb-measures :is(th, td), .jp-RenderedHTMLCommon .sb-measures :is(th, td) { text-align: left; vertical-align: top; white-space: normal; font-weight: 400; }
.sb-measures thead th, .jp-RenderedHTMLCommon .sb-measures thead th { font-weight: 700; }

/* Your own call: the list of turns as wide as the page; the turn that is read, marked. */
.sb-practice-own_call .widget-select { flex-direction: column; align-items: stretch; height: auto; width: calc(100% - 8px); }
.sb-practice-own_call .widget-select .widget-label { width: auto; margin-bottom: 4px; }
.sb-practice-own_call .widget-select select { width: 100%; height: auto; }
.sb-practice-own_call .widget-dropdown { gap: 4px; margin: 6px 2px; }
.sb-practice-own_call .widget-upload { align-self: flex-start; }
.sb-place { padding: var(--sb-space-2) var(--sb-space-3); border: 1px solid var(--sb-line); }
.sb-place p { margin: 6px 0; overflow-wrap: anywhere; }
.sb-place .sb-here { border-left: 4px solid var(--sb-seller); padding: 4px 0 4px 10px; font-size: var(--sb-text-l); }
.sb-all { border-collapse: collapse; color: inherit !important; }
.sb-all caption { text-align: left; font-weight: 600; }
.sb-all :is(th, td) { text-align: left !important; vertical-align: top; padding: 3px var(--sb-space-3) 3px 0 !important; overflow-wrap: break-word; white-space: normal !important; background: none !important; color: inherit !important; }

@media (max-width: 40em) { .sb-control-sorting > .widget-dropdown { flex-flow: row wrap; } }
@media (prefers-reduced-motion: reduce) { :is(.sb-card, .sb-practice) * { transition: none !important; animation: none !important; scroll-behavior: auto !important; } }
@media (forced-colors: active) { .sb-card, .sb-feedback, .sb-order-row { border-color: CanvasText; } .sb-practice .jupyter-button { border: 1px solid ButtonText; } }
`,""]),t.d(s,{},{A:i})},"./node_modules/css-loader/dist/cjs.js!./style/index.css"(e,s,t){var a=t("./node_modules/css-loader/dist/runtime/noSourceMaps.js"),r=t.n(a),o=t("./node_modules/css-loader/dist/runtime/api.js"),i=t.n(o),n=t("./node_modules/css-loader/dist/cjs.js!../sellbackwards/design/tokens.css"),d=t("./node_modules/css-loader/dist/cjs.js!../sellbackwards/design/charts.css"),l=t("./node_modules/css-loader/dist/cjs.js!../sellbackwards/exercises/style.css"),p=t("./node_modules/css-loader/dist/cjs.js!../sellbackwards/design/player.css"),b=t("./node_modules/css-loader/dist/cjs.js!./style/page.css"),c=t("./node_modules/css-loader/dist/cjs.js!./style/panel.css"),h=t("./node_modules/css-loader/dist/cjs.js!./style/slides.css"),u=i()(r());u.i(n.A),u.i(d.A),u.i(l.A),u.i(p.A),u.i(b.A),u.i(c.A),u.i(h.A),u.push([e.id,`/* What a page of the course looks like. Nothing here reaches a notebook without the class sb-page, but for what a form or
   an awake practice needs in any case, and the course's own panel on the left. JupyterLab's colours come first. */
/* The same styles that charts and cards carry with them: JupyterLab takes those out of a copy that it doesn't trust. */

/* Awake: what the kernel shows is in the place of what is saved. */
.sb-awake > .jp-Cell-outputWrapper,
.sb-as-form > .jp-Cell-inputWrapper,
.sb-as-form > .jp-Cell-outputWrapper {
  display: none;
}
.sb-live-area {
  padding: 0;
  overflow: visible;
}

[data-jp-theme-light='true'] :is(.sb-page, .sb-plain, .course-panel) {
  color-scheme: light;
}
[data-jp-theme-light='false'] :is(.sb-page, .sb-plain, .course-panel) {
  color-scheme: dark;
}
/* JupyterLab's themes of high contrast: no grey letters, no faint lines. */
body[data-jp-theme-name$='High Contrast'] {
  --sb-quiet: var(--sb-ink);
  --sb-line: var(--sb-ink);
  --sb-hairline: var(--sb-ink);
}
`,""]),t.d(s,{},{A:u})},"./node_modules/css-loader/dist/cjs.js!./style/page.css"(e,s,t){var a=t("./node_modules/css-loader/dist/runtime/noSourceMaps.js"),r=t.n(a),o=t("./node_modules/css-loader/dist/runtime/api.js"),i=(t.n(o))()(r());i.push([e.id,`.sb-page {
  --jp-content-font-size1: 17px;
  --jp-content-line-height: 1.6;
  --sb-column: 41rem;
}
.sb-page .jp-Notebook .jp-WindowedPanel-outer {
  box-sizing: border-box;
  padding: 0 24px 48px 16px;
}
.sb-page .jp-Cell {
  box-sizing: border-box;
  max-width: var(--sb-column);
  margin: 0 auto;
  padding: 6px 0;
  border: 0;
}
.sb-page .jp-RenderedHTMLCommon {
  padding-right: 0;
}
/* A link to a heading is for who writes pages. */
.sb-page .jp-InternalAnchorLink {
  display: none;
}
.sb-page .jp-RenderedHTMLCommon h1 {
  font-size: 2.1rem;
  line-height: 1.2;
  margin: 32px 0 12px;
}
.sb-page .jp-RenderedHTMLCommon h2 {
  font-size: 1.5rem;
  line-height: 1.25;
  margin: 32px 0 8px;
}
.sb-page .jp-RenderedHTMLCommon h3 {
  font-size: 1.2rem;
  margin: 20px 0 6px;
}
/* A link is told by more than its colour. */
.sb-page .jp-RenderedHTMLCommon a:not(.jp-InternalAnchorLink) {
  color: var(--sb-link);
  text-decoration: underline;
}
.sb-page .jp-MarkdownOutput {
  padding: 0;
}
/* A table in the text is text, too. */
.sb-page .jp-MarkdownOutput table {
  font-size: 15px;
}
.sb-page .jp-MarkdownOutput table :is(td, th) {
  text-align: left;
  vertical-align: top;
  line-height: 1.45;
}
.sb-page .jp-RenderedHTMLCommon blockquote {
  margin: 12px 0;
  padding: 4px 16px;
  border-left: 4px solid var(--jp-border-color1);
}

/* No prompts, no bars, no code that is there only to make something. */
.sb-page .jp-InputPrompt,
.sb-page .jp-OutputPrompt,
.sb-page .jp-Collapser,
.sb-page .jp-cell-toolbar,
.sb-page .jp-CellHeader,
.sb-page .jp-Notebook-footer,
.sb-page .jp-OutputArea-promptOverlay,
.sb-page .sb-delivered > .jp-Cell-inputWrapper {
  display: none !important;
}
/* A cell that is come to by keyboard has a line at its side, and no box around it. */
.sb-page .jp-Cell:focus,
.sb-page .jp-Cell:focus-visible,
.sb-page .jp-Cell .jp-MarkdownOutput {
  outline: none !important;
  border: 0 !important;
  box-shadow: none !important;
}
.sb-page .jp-Cell > .jp-Cell-inputWrapper,
.sb-page .jp-Cell:focus-visible > .jp-Cell-inputWrapper {
  outline: none !important;
  border: 0 !important;
}
.course-by-keyboard .sb-page .jp-MarkdownCell:focus-visible > .jp-Cell-inputWrapper {
  box-shadow: -16px 0 0 -11px var(--sb-focus);
}
/* What is come to by keyboard, or comes into view, doesn't lie hidden under the header, nor its label. */
.sb-page [data-card] {
  scroll-margin: 64px 0 16px;
}
.sb-page .jp-Cell {
  scroll-margin-top: 12px;
}
.sb-page .sb-live-area :is(textarea, input, select, button) {
  scroll-margin: 96px 0 64px;
}
.sb-page .sb-live-area :is(.widget-box, .widget-hbox, .widget-vbox) {
  overflow: visible;
}
.sb-page .sb-live-area button:focus-visible {
  outline-offset: 2px !important;
}

.sb-page .jp-mod-scrollPastEnd > .jp-WindowedPanel-outer::after {
  display: none;
}

/* The header: where you are, how far you are, and the way to the notebook. */
.sb-header {
  display: flex;
  align-items: center;
  gap: 4px 16px;
  container-type: inline-size;
  min-height: 40px;
  padding: 4px 16px;
  border-bottom: 1px solid var(--jp-border-color2);
  background: var(--jp-layout-color1);
  color: var(--jp-ui-font-color1);
  font-size: 14px;
}
.sb-header .sb-where {
  flex: 1 1 auto;
  overflow: hidden;
  text-overflow: ellipsis;
  white-space: nowrap;
}
.sb-header > :not(.sb-where) {
  flex: none;
}
/* Where there is little room, what the panel says too is left to the panel. */
@container (max-width: 800px) {
  .sb-header .sb-progress {
    display: none;
  }
}
@container (max-width: 560px) {
  .sb-header .sb-title,
  .sb-header .sb-part,
  .sb-header .sb-where:has(~ .sb-parts) {
    display: none; /* the tab says it */
  }
}
@container (max-width: 440px) {
  .sb-header .sb-present {
    display: none;
  }
}
@container (max-width: 360px) {
  .sb-header .sb-parts {
    flex: 1 1 0;
    gap: 2px;
  }
  .sb-header .sb-parts button,
  .sb-header .sb-quiet {
    padding: 4px 5px;
  }
}
/* "Part 1 2 3 4" leaves the title its room. */
.sb-parts button + button .sb-part {
  display: none;
}
@container (max-width: 900px) {
  .sb-header progress {
    display: none; /* its words stay */
  }
}
.sb-header .sb-where b {
  margin-right: 4px;
}
.sb-parts {
  display: flex;
  gap: 4px;
}
.sb-parts button {
  padding: 4px 10px;
  border: 1px solid var(--jp-border-color2);
  border-radius: 14px;
  background: transparent;
  color: var(--jp-ui-font-color1);
  font: inherit;
  font-size: 13px;
  cursor: pointer;
}
.sb-parts .sb-done {
  border-color: var(--sb-action);
  font-weight: 600;
}
.sb-quiet {
  padding: 6px 10px;
  border: 1px solid var(--jp-border-color1);
  border-radius: 4px;
  background: transparent;
  color: var(--jp-ui-font-color1);
  font: inherit;
  font-size: 13px;
  cursor: pointer;
}
:is(.sb-header, .course-panel) progress {
  appearance: none;
  box-sizing: border-box;
  width: 64px;
  height: 9px;
  border: 1px solid var(--sb-hairline);
  border-radius: 4px;
  overflow: hidden;
  background: var(--sb-raised);
}
:is(.sb-header, .course-panel) progress::-webkit-progress-bar {
  background: transparent;
}
:is(.sb-header, .course-panel) progress::-webkit-progress-value {
  background: var(--sb-passed);
}
:is(.sb-header, .course-panel) progress::-moz-progress-bar {
  background: var(--sb-passed);
}
@media (forced-colors: active) {
  :is(.sb-header, .course-panel) progress::-webkit-progress-value {
    background: CanvasText;
  }
  :is(.sb-header, .course-panel) progress::-moz-progress-bar {
    background: CanvasText;
  }
}
.sb-notice {
  position: absolute;
  inset: auto 16px 16px;
  z-index: 10;
  display: flex;
  flex-wrap: wrap;
  align-items: center;
  gap: 12px;
  max-width: 44rem;
  margin: 0 auto;
  padding: 12px 16px;
  border: 1px solid var(--sb-not-yet);
  border-left-width: 6px;
  border-radius: 4px;
  background: var(--sb-surface);
  color: var(--sb-ink);
  font-size: 15px;
}
.sb-notice:empty {
  display: none;
}
.sb-foot {
  display: flex;
  flex-wrap: wrap;
  justify-content: space-between;
  gap: 12px;
  margin: 32px 0 0;
  padding: 16px 0;
  border-top: 1px solid var(--jp-border-color2);
}
.sb-foot button {
  padding: 10px 16px;
  border: 1px solid var(--jp-border-color1);
  border-radius: 4px;
  background: var(--jp-layout-color1);
  color: var(--jp-ui-font-color1);
  font: inherit;
  font-size: 15px;
  text-align: left;
  cursor: pointer;
}
.sb-foot .sb-on {
  margin-left: auto;
  border-color: var(--sb-action);
  background: var(--sb-action);
  color: var(--sb-on-action);
}
.sb-header button:focus-visible,
.sb-foot button:focus-visible {
  outline: 3px solid var(--sb-focus);
  outline-offset: 2px;
}

/* A practice that isn't awake yet says nothing of how to wake it: the page does that. */
.sb-page .sb-asleep {
  display: none;
}

/* Lines to put in order can be dragged here. */
.sb-page .sb-order-row {
  cursor: grab;
}
.sb-page .sb-order-row .widget-html-content {
  display: flex;
  align-items: center;
}
.sb-page .sb-grip {
  display: block;
  flex: none;
  padding: 8px 12px 8px 4px;
  color: var(--sb-quiet);
  font-style: normal;
  touch-action: none;
}
.sb-page .sb-grip::before {
  content: '⠿';
}
.sb-page .sb-dragged {
  position: relative;
  z-index: 1;
  cursor: grabbing;
  box-shadow: 0 2px 8px rgb(0 0 0 / 30%);
}
.sb-page .sb-drop-mark {
  height: 4px;
  border-radius: 2px;
  background: var(--sb-action);
}

/* Practices, forms, cards and figures: one width. */
.sb-page .sb-practice,
.sb-page .sb-card,
.sb-page .jp-OutputArea-output figure {
  box-sizing: border-box;
  width: 100%;
  max-width: none;
}
.sb-page .jp-OutputArea-output,
.sb-page .jp-OutputArea-child {
  overflow: visible;
}
.sb-page .jp-OutputArea-output {
  padding: 0;
}

/* A form stands where the code box was; until it is there, so does its place. */
.sb-page .sb-waiting > .jp-Cell-inputWrapper {
  visibility: hidden;
  height: 90px;
}
.sb-page .sb-waiting {
  position: relative;
}
.sb-page .sb-waiting::before {
  content: 'Your answer box is coming …';
  position: absolute;
  inset: 12px 0 auto;
  padding: 24px 16px;
  border: 1px dashed var(--jp-border-color1);
  border-radius: 4px;
  color: var(--sb-quiet);
}
/* Once it is passed, the way on is what one presses next. */
.sb-page .sb-form:has(.sb-card.sb-passed) .jupyter-button.sb-button-next {
  border-color: var(--sb-action);
  background: var(--sb-action);
  color: var(--sb-on-action);
  font-weight: 600;
}
.sb-page .sb-form:has(.sb-card.sb-passed) .jupyter-button.sb-button-check {
  border-color: var(--sb-line);
  background: var(--sb-raised);
  color: var(--sb-ink);
  font-weight: 400;
}
/* Nothing is judged yet, or never: no mark before the words. */
.sb-page .sb-feedback:is([data-status='not answered'], [data-status='for a person']) .sb-badge {
  display: none;
}
/* Its hints come one at a time, from the form; and nothing moves as the form comes. */
.sb-page .sb-task:has(+ :is(.sb-as-form, .sb-waiting)) :is(details, .by-hand) {
  display: none;
}
.sb-page :is(.sb-form, .sb-resting) {
  border-left-width: 1px;
}
.sb-page :is(.sb-form, .sb-resting) .sb-button-text {
  margin-left: auto;
  border-color: transparent;
  background: transparent;
}

/* While a page of the course is in front, what only a coder needs is out of sight (and still there for who listens). */
.course-in-front #jp-main-statusbar {
  opacity: 0;
}

/* A file held over the page: it may be dropped. */
.sb-drop::after {
  content: 'Drop a transcript: it opens on the score card. Nothing leaves this computer.';
  position: absolute;
  inset: 12px;
  z-index: 10;
  display: grid;
  place-items: center;
  border: 3px dashed var(--sb-action);
  border-radius: 8px;
  background: var(--jp-layout-color1);
  color: var(--jp-ui-font-color1);
  font-size: 18px;
  opacity: 0.95;
  pointer-events: none;
}
.sb-call {
  box-sizing: border-box;
  padding: 16px;
  overflow-y: auto;
}
.sb-call > .jp-OutputArea {
  max-width: 50rem;
  margin: 0 auto;
}
`,""]),t.d(s,{},{A:i})},"./node_modules/css-loader/dist/cjs.js!./style/panel.css"(e,s,t){var a=t("./node_modules/css-loader/dist/runtime/noSourceMaps.js"),r=t.n(a),o=t("./node_modules/css-loader/dist/runtime/api.js"),i=(t.n(o))()(r());i.push([e.id,`.course-panel {
  overflow-y: auto;
  padding: 12px;
  background: var(--jp-layout-color1);
  color: var(--jp-ui-font-color1);
  font-size: 14px;
  line-height: 1.4;
}
.course-panel h2 {
  margin: 0 0 12px;
  font-size: 16px;
}
.course-go-on {
  display: block;
  width: 100%;
  height: auto;
  margin: 0 0 12px;
  padding: 10px 12px;
  border: 0;
  border-radius: 4px;
  background: var(--sb-action);
  color: var(--sb-on-action);
  font-size: 14px;
  text-align: left;
  white-space: normal;
  cursor: pointer;
}
.course-due {
  margin: 0 0 12px;
  font-size: 13px;
}
.course-due:empty {
  display: none;
}
.course-keys {
  margin: 0 0 8px;
  color: var(--sb-quiet);
  font-size: 12px;
}
.course-pages {
  margin: 0;
  padding: 0;
  list-style: none;
}
.course-link {
  display: flex;
  flex-direction: column;
  gap: 2px;
  width: 100%;
  padding: 7px 8px;
  border: 0;
  border-left: 3px solid transparent;
  background: transparent;
  color: inherit;
  font: inherit;
  text-align: left;
  cursor: pointer;
}
.course-link:hover {
  background: var(--jp-layout-color2);
}
.course-link[aria-current='page'] {
  border-left-color: var(--sb-action);
  background: var(--jp-layout-color2);
}
.course-exercises .course-name {
  padding-left: 10px;
}
.course-exercises .course-about {
  padding-left: 10px;
}
.course-about {
  color: var(--sb-quiet);
  font-size: 12px;
}
.course-link:focus-visible,
.course-go-on:focus-visible {
  outline: 3px solid var(--sb-focus);
  outline-offset: -2px;
}
/* Where the system's own colours are wanted, a line must not appear from nowhere, nor a button be a mere word. */
@media (forced-colors: active) {
  .course-go-on {
    border: 1px solid ButtonText;
  }
  .course-link {
    border-left-color: Canvas;
  }
  .course-link[aria-current='page'] {
    border-left-color: Highlight;
  }
  .course-link[aria-current='page'] .course-name {
    text-decoration: underline;
  }
}
`,""]),t.d(s,{},{A:i})},"./node_modules/css-loader/dist/cjs.js!./style/slides.css"(e,s,t){var a=t("./node_modules/css-loader/dist/runtime/noSourceMaps.js"),r=t.n(a),o=t("./node_modules/css-loader/dist/runtime/api.js"),i=(t.n(o))()(r());i.push([e.id,`/* Slides: the page itself over the whole window. JupyterLab around it is out of sight, and comes back by itself when they
   end or the page is closed. A dialog of JupyterLab's still stands above them. */
body:has(.sb-slides:not(.lm-mod-hidden)) > .jp-LabShell {
  visibility: hidden;
}
.lm-Widget:has(.sb-slides:not(.lm-mod-hidden)) {
  contain: none !important;
  overflow: visible !important;
}
.sb-slides {
  visibility: visible;
  position: fixed !important;
  inset: 0 !important;
  width: auto !important;
  height: auto !important;
  contain: none !important;
  background: var(--jp-layout-color0);
}
.sb-slides > .jp-Notebook {
  position: absolute !important;
  inset: 0 0 44px !important;
  width: auto !important;
  height: auto !important;
}
.sb-slides .jp-WindowedPanel-outer {
  overflow: hidden auto !important;
  outline: none;
}
.sb-slides .jp-Cell {
  scroll-margin: 16px 0;
}
/* Larger than the lesson, for the last row; on a small window as large as it can be. */
.sb-slides .jp-WindowedPanel-inner {
  zoom: 1.5;
}
@media (width < 1000px) {
  .sb-slides .jp-WindowedPanel-inner {
    zoom: 1.2;
  }
}
@media (width >= 1600px) {
  .sb-slides .jp-WindowedPanel-inner {
    zoom: 2;
  }
}
.sb-slides :is(.sb-off-slide, .sb-header, .sb-foot) {
  display: none !important;
}
.sb-slide-bar {
  position: absolute;
  inset: auto 0 0;
  display: flex;
  align-items: center;
  justify-content: flex-end;
  gap: 8px;
  box-sizing: border-box;
  height: 44px;
  padding: 0 16px;
  color: var(--sb-quiet);
  font-size: 14px;
}
.sb-slide-bar button {
  border-color: transparent;
  color: var(--sb-quiet);
}
.sb-slide-bar button:focus-visible {
  outline: 3px solid var(--sb-focus);
}
/* The notebook as JupyterLab shows it isn't what a room should see. */
.sb-plain .sb-present {
  display: none;
}
`,""]),t.d(s,{},{A:i})},"./node_modules/css-loader/dist/runtime/api.js"(e){e.exports=function(e){var s=[];return s.toString=function(){return this.map(function(s){var t="",a=void 0!==s[5];return s[4]&&(t+="@supports (".concat(s[4],") {")),s[2]&&(t+="@media ".concat(s[2]," {")),a&&(t+="@layer".concat(s[5].length>0?" ".concat(s[5]):""," {")),t+=e(s),a&&(t+="}"),s[2]&&(t+="}"),s[4]&&(t+="}"),t}).join("")},s.i=function(e,t,a,r,o){"string"==typeof e&&(e=[[null,e,void 0]]);var i={};if(a)for(var n=0;n<this.length;n++){var d=this[n][0];null!=d&&(i[d]=!0)}for(var l=0;l<e.length;l++){var p=[].concat(e[l]);a&&i[p[0]]||(void 0!==o&&(void 0===p[5]||(p[1]="@layer".concat(p[5].length>0?" ".concat(p[5]):""," {").concat(p[1],"}")),p[5]=o),t&&(p[2]&&(p[1]="@media ".concat(p[2]," {").concat(p[1],"}")),p[2]=t),r&&(p[4]?(p[1]="@supports (".concat(p[4],") {").concat(p[1],"}"),p[4]=r):p[4]="".concat(r)),s.push(p))}},s}},"./node_modules/css-loader/dist/runtime/noSourceMaps.js"(e){e.exports=function(e){return e[1]}},"./node_modules/style-loader/dist/runtime/injectStylesIntoStyleTag.js"(e){var s=[];function t(e){for(var t=-1,a=0;a<s.length;a++)if(s[a].identifier===e){t=a;break}return t}function a(e,a){for(var r={},o=[],i=0;i<e.length;i++){var n=e[i],d=a.base?n[0]+a.base:n[0],l=r[d]||0,p="".concat(d," ").concat(l);r[d]=l+1;var b=t(p),c={css:n[1],media:n[2],sourceMap:n[3],supports:n[4],layer:n[5]};if(-1!==b)s[b].references++,s[b].updater(c);else{var h=function(e,s){var t=s.domAPI(s);return t.update(e),function(s){s?(s.css!==e.css||s.media!==e.media||s.sourceMap!==e.sourceMap||s.supports!==e.supports||s.layer!==e.layer)&&t.update(e=s):t.remove()}}(c,a);a.byIndex=i,s.splice(i,0,{identifier:p,updater:h,references:1})}o.push(p)}return o}e.exports=function(e,r){var o=a(e=e||[],r=r||{});return function(e){e=e||[];for(var i=0;i<o.length;i++){var n=t(o[i]);s[n].references--}for(var d=a(e,r),l=0;l<o.length;l++){var p=t(o[l]);0===s[p].references&&(s[p].updater(),s.splice(p,1))}o=d}}},"./node_modules/style-loader/dist/runtime/insertBySelector.js"(e){var s={};e.exports=function(e,t){var a=function(e){if(void 0===s[e]){var t=document.querySelector(e);if(window.HTMLIFrameElement&&t instanceof window.HTMLIFrameElement)try{t=t.contentDocument.head}catch(e){t=null}s[e]=t}return s[e]}(e);if(!a)throw Error("Couldn't find a style target. This probably means that the value for the 'insert' parameter is invalid.");a.appendChild(t)}},"./node_modules/style-loader/dist/runtime/insertStyleElement.js"(e){e.exports=function(e){var s=document.createElement("style");return e.setAttributes(s,e.attributes),e.insert(s,e.options),s}},"./node_modules/style-loader/dist/runtime/setAttributesWithoutAttributes.js"(e,s,t){e.exports=function(e){var s=t.nc;s&&e.setAttribute("nonce",s)}},"./node_modules/style-loader/dist/runtime/styleDomAPI.js"(e){e.exports=function(e){if("u"<typeof document)return{update:function(){},remove:function(){}};var s=e.insertStyleElement(e);return{update:function(t){var a,r,o;a="",t.supports&&(a+="@supports (".concat(t.supports,") {")),t.media&&(a+="@media ".concat(t.media," {")),(r=void 0!==t.layer)&&(a+="@layer".concat(t.layer.length>0?" ".concat(t.layer):""," {")),a+=t.css,r&&(a+="}"),t.media&&(a+="}"),t.supports&&(a+="}"),(o=t.sourceMap)&&"u">typeof btoa&&(a+="\n/*# sourceMappingURL=data:application/json;base64,".concat(btoa(unescape(encodeURIComponent(JSON.stringify(o))))," */")),e.styleTagTransform(a,s,e.options)},remove:function(){var e;null===(e=s).parentNode||e.parentNode.removeChild(e)}}}},"./node_modules/style-loader/dist/runtime/styleTagTransform.js"(e){e.exports=function(e,s){if(s.styleSheet)s.styleSheet.cssText=e;else{for(;s.firstChild;)s.removeChild(s.firstChild);s.appendChild(document.createTextNode(e))}}},"./style/index.js"(e,s,t){var a=t("./node_modules/style-loader/dist/runtime/injectStylesIntoStyleTag.js"),r=t.n(a),o=t("./node_modules/style-loader/dist/runtime/styleDomAPI.js"),i=t.n(o),n=t("./node_modules/style-loader/dist/runtime/insertBySelector.js"),d=t.n(n),l=t("./node_modules/style-loader/dist/runtime/setAttributesWithoutAttributes.js"),p=t.n(l),b=t("./node_modules/style-loader/dist/runtime/insertStyleElement.js"),c=t.n(b),h=t("./node_modules/style-loader/dist/runtime/styleTagTransform.js"),u=t.n(h),g=t("./node_modules/css-loader/dist/cjs.js!./style/index.css"),f={};f.styleTagTransform=u(),f.setAttributes=p(),f.insert=d().bind(null,"head"),f.domAPI=i(),f.insertStyleElement=c(),r()(g.A,f),g.A&&g.A.locals&&g.A.locals}}]);