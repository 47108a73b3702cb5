/// What pages do beyond HTML; each works without it.
enum ConsoleScript {
    static let text = """
        "use strict";
        // A problem is read out first, and a form is sent once however often its button is pressed.
        document.getElementById("summary")?.focus();
        document.querySelector(".places [aria-current]")?.scrollIntoView({ inline: "center", block: "nearest" });
        document.addEventListener("submit", (event) => {
          const form = event.target;
          if (form.dataset.sent) { event.preventDefault(); return; }
          form.dataset.sent = "yes";
          setTimeout(() => { delete form.dataset.sent; }, 5000);
        });
        // Where the server tells that a page has changed, its parts are renewed; without this, loading it again does.
        const { stream, page: address } = document.querySelector("[data-stream]")?.dataset ?? {};
        if (stream && window.EventSource) {
          const source = new EventSource(stream);
          source.addEventListener("end", () => source.close());
          source.addEventListener("changed", async () => {
            const answer = await fetch(address ?? location.href, { headers: { "Waymark-Refresh": "yes" } });
            if (!answer.ok || answer.redirected) { source.close(); return; }
            const page = new DOMParser().parseFromString(await answer.text(), "text/html");
            for (const part of document.querySelectorAll("[data-fresh]")) {
              const next = page.getElementById(part.id);
              if (!next || part.innerHTML === next.innerHTML) continue;
              const before = new Set(Array.from(part.querySelectorAll("tr, li"), (row) => row.outerHTML));
              part.innerHTML = next.innerHTML;
              for (const row of part.querySelectorAll("tr, li")) {
                if (!before.has(row.outerHTML)) row.classList.add("fresh");
              }
            }
          });
          addEventListener("pagehide", () => source.close());
        }

        """
}
