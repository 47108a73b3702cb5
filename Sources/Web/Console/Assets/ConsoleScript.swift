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

        """
}
