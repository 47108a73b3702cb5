/// What the phone does: it speaks to the simulator's channels as a provider would, and shows what comes back.
enum PhoneScript {
    static let text = memory + wires + dialling + writing + showing + hands

    /// What the browser's tab remembers: each phone's dialogue, its screen and its messages.
    private static let memory = """
        "use strict";
        const at = (id) => document.getElementById(id);
        const words = at("trial").dataset;
        const modes = [...document.querySelectorAll("[data-mode]")];
        const state = recall();

        function recall() {
          try {
            const kept = JSON.parse(sessionStorage.getItem("waymark-phones"));
            if (kept && kept.phones) return kept;
          } catch { /* What cannot be read is begun anew. */ }
          return { life: "", number: at("number").value, phones: {} };
        }

        function remember() { sessionStorage.setItem("waymark-phones", JSON.stringify(state)); }

        function phoneOf(number) {
          state.phones[number] ??= { mode: words.ussd ? "ussd" : "sms", dialogue: null, text: "", over: false, thread: [], seen: 0 };
          return state.phones[number];
        }

        """

    /// Requests to the gateway. A failed one is told, and is null.
    private static let wires = """
        async function ask(path, type, body) {
          try {
            const answer = await fetch(path, { method: "POST", headers: { "Content-Type": type }, body });
            if (answer.ok) return answer;
            const reason = answer.headers.get("Content-Type")?.startsWith("text/plain") ? await answer.text() : words.refused;
            tell(reason);
          } catch { tell(words.away); }
          return null;
        }

        const post = (path, fields) => ask(path, "application/x-www-form-urlencoded", new URLSearchParams(fields).toString());
        const provide = (path, fields) => ask(path, "application/json", JSON.stringify(fields));

        function tell(sentence) { at("note").textContent = sentence; }

        // A box is ticked for one request only.
        function takes(id) {
          const isTicked = at(id).checked;
          at(id).checked = false;
          return isTicked;
        }

        """

    private static let dialling = """
        async function hop(number, fields) {
          const phone = phoneOf(number);
          const [loses, repeats] = [takes("lose"), takes("twice")];
          phone.dialogue.sequence += 1;
          const request = { session: phone.dialogue.id, from: number, code: phone.dialogue.code,
            sequence: String(phone.dialogue.sequence), ...fields };
          const path = `/in/${words.ussd}/session`;
          const answer = await provide(path, request);
          if (!answer) { over(phone, words.away); return; }
          const first = await answer.text();
          const second = repeats ? await (await provide(path, request))?.text() : first;
          if (repeats) tell(first === second ? words.same : words.differ);
          if (loses) { over(phone, words.lost); tell(words.gone); return; }
          const screen = JSON.parse(first);
          phone.text = screen.text;
          phone.over = screen.ends;
          if (screen.ends) phone.dialogue = null;
        }

        function over(phone, text) {
          phone.dialogue = null;
          phone.text = text;
          phone.over = true;
        }

        async function call(number, code) {
          const phone = phoneOf(number);
          phone.dialogue = { id: crypto.randomUUID(), code, sequence: 0 };
          await hop(number, { phase: "begin", text: "" });
        }

        async function hangUp(number) {
          const phone = phoneOf(number);
          if (!phone.dialogue) return;
          await provide(`/in/${words.ussd}/session`, { session: phone.dialogue.id, from: number, phase: "end" });
          over(phone, words.hung);
        }

        """

    private static let writing = """
        async function write(number, text) {
          const phone = phoneOf(number);
          const [loses, repeats] = [takes("lose"), takes("twice")];
          if (loses && await post("/phone/lose", { number })) tell(words.late);
          const message = { id: crypto.randomUUID(), from: number, to: words.address, text };
          const path = `/in/${words.sms}/receive`;
          const answer = await provide(path, message);
          if (!answer) return;
          const again = repeats ? await provide(path, message) : answer;
          if (repeats) tell(again ? words.same : words.differ);
          phone.thread.push({ isMine: true, text });
        }

        // The messages that came, each reported as delivered, as a network does.
        async function take(phone, sight) {
          if (state.life !== sight.life) {
            state.life = sight.life;
            for (const own of Object.values(state.phones)) own.seen = 0;
          }
          for (const message of sight.messages.filter((one) => one.number > phone.seen)) {
            phone.seen = message.number;
            phone.thread.push({ isMine: false, text: message.text });
            if (message.id && words.sms) await provide(`/in/${words.sms}/delivered`, { id: message.id });
          }
        }

        let isLooking = false;
        let view = "";
        async function look() {
          if (isLooking) return;
          isLooking = true;
          const number = state.number;
          const answer = await post("/phone/look", { number });
          const sight = answer ? await answer.json() : null;
          if (sight && number === state.number) {
            const phone = phoneOf(number);
            const length = phone.thread.length;
            await take(phone, sight);
            at("time").textContent = sight.time;
            // The gateway's own page part, in which every value is escaped.
            if (view !== sight.view) at("view").innerHTML = view = sight.view;
            if (phone.thread.length !== length) { remember(); show(); }
          }
          isLooking = false;
          if (number !== state.number) look();
        }

        """

    private static let showing = """
        function line(text, kind, who) {
          const shown = document.createElement("p");
          if (kind) shown.className = kind;
          if (who) {
            const name = document.createElement("span");
            name.className = "unseen";
            name.textContent = who + " ";
            shown.append(name);
          }
          shown.append(text);
          return shown;
        }

        function show() {
          const phone = phoneOf(state.number);
          const isDialling = phone.mode === "ussd";
          const isOpen = isDialling && phone.dialogue !== null;
          const isOver = isDialling && phone.over;
          for (const button of modes) button.setAttribute("aria-pressed", String(button.dataset.mode === phone.mode));
          at("line").textContent = isDialling ? words.code : words.address;
          at("go").textContent = isOver ? words.close : isDialling && !isOpen ? words.call : words.send;
          at("ask").textContent = isDialling ? (isOpen ? words.reply : words.dial) : words.write;
          at("hang").hidden = !isOpen;
          for (const part of [at("ask"), at("answer")]) part.hidden = isOver;
          const lines = isDialling
            ? [phone.text ? line(phone.text) : line(words.begin, "faint")]
            : phone.thread.map((one) => line(one.text, one.isMine ? "mine" : "theirs", one.isMine ? words.you : words.service));
          at("screen").replaceChildren(...(lines.length ? lines : [line(words.empty, "faint")]));
          at("screen").scrollTop = isDialling ? 0 : at("screen").scrollHeight;
          if (isDialling && !isOpen && !isOver && !at("answer").value) at("answer").value = words.code;
        }

        function list() {
          const shown = [...at("number").options].map((option) => option.value);
          for (const number of Object.keys(state.phones)) if (!shown.includes(number)) at("number").add(new Option(number));
          at("number").value = state.number;
        }

        """

    private static let hands = """
        let isBusy = false;
        async function act(deed) {
          if (isBusy) return;
          isBusy = true;
          at("go").disabled = true;
          tell("");
          await deed(state.number);
          isBusy = false;
          at("go").disabled = false;
          remember();
          show();
          await look();
        }

        function choose(number) {
          state.number = number;
          phoneOf(number);
          at("answer").value = "";
          tell("");
          list();
          remember();
          show();
          look();
        }

        at("entry").addEventListener("submit", (event) => {
          event.preventDefault();
          const phone = phoneOf(state.number);
          const text = at("answer").value;
          if (phone.mode === "ussd" && phone.over) {
            Object.assign(phone, { over: false, text: "" });
            remember();
            show();
            at("answer").focus();
            return;
          }
          if (phone.mode === "sms" && !text.trim()) return;
          at("answer").value = "";
          const isTyping = document.activeElement === at("answer");
          act(async (number) => {
            if (phone.mode === "sms") await write(number, text);
            else if (phone.dialogue) await hop(number, { phase: "continue", text });
            else await call(number, text);
          }).then(() => { if (isTyping) (at("answer").hidden ? at("go") : at("answer")).focus(); });
        });

        at("hang").addEventListener("click", () => act(hangUp).then(() => at("go").focus()));
        document.addEventListener("keydown", (event) => {
          if (event.key === "Escape" && !at("hang").hidden) act(hangUp).then(() => at("go").focus());
        });

        document.querySelector(".keys").addEventListener("click", (event) => {
          const key = event.target.closest("button");
          if (key && !at("answer").hidden) at("answer").value += key.textContent;
        });

        for (const button of modes) {
          button.addEventListener("click", () => {
            phoneOf(state.number).mode = button.dataset.mode;
            at("answer").value = "";
            remember();
            show();
            look();
          });
        }

        at("number").addEventListener("change", () => choose(at("number").value));
        at("another").addEventListener("click", () => {
          const numbers = [...at("number").options].map((option) => BigInt(option.value.slice(1)));
          choose("+" + (numbers.reduce((most, number) => number > most ? number : most) + 1n));
        });

        at("wait")?.addEventListener("submit", (event) => {
          event.preventDefault();
          act(async () => { await post("/phone/wait", { seconds: at("span").value }); });
        });

        list();
        show();
        look();
        setInterval(() => { if (!document.hidden) look(); }, 2000);

        """
}
