import Foundation

/// A page in Chromium, as somebody at the keyboard and the mouse has it.
struct ChromiumPage: Sendable {
    private let browser: Chromium
    private let session: String

    init(_ browser: Chromium, session: String) {
        self.browser = browser
        self.session = session
    }

    /// Goes to an address, and waits until the page is there.
    func open(_ url: String) async throws {
        let _: Nothing = try await browser.command("Page.navigate", ["url": url], session: session)
        let path = url.split(separator: "?")[0]
        try await until("location.href.startsWith('\(path)') && document.readyState === 'complete'")
    }

    /// What a JavaScript expression is, as a text.
    func value(_ expression: String) async throws -> String {
        let evaluation = Evaluation(expression: "String(\(expression))", awaitPromise: true, returnByValue: true)
        let answer: Evaluated = try await browser.command("Runtime.evaluate", evaluation, session: session)
        if let fault = answer.exceptionDetails { throw ChromiumFault(sentence: "\(expression): \(fault.text)") }
        return answer.result.value ?? ""
    }

    /// What stands in an element, as it is read.
    func text(_ selector: String) async throws -> String {
        try await value("document.querySelector(`\(selector)`).innerText")
    }

    /// Waits until a JavaScript condition holds; a page that is on its way out is looked at again.
    func until(_ condition: String) async throws {
        try await eventually(condition) { (try? await value(condition)) == "true" }
    }

    /// Waits until an element shows a text.
    func until(_ selector: String, shows text: String) async throws {
        do {
            try await until("document.querySelector(`\(selector)`)?.innerText.includes(`\(text)`)")
        } catch {
            let shown = try? await value("document.body.innerText")
            throw ChromiumFault(sentence: "\(selector) never shows '\(text)', but: \(shown ?? "nothing")")
        }
    }

    /// Clicks the middle of an element, which must be seen there.
    func click(_ selector: String) async throws {
        let place = try await value(
            """
            (() => {
              const element = document.querySelector(`\(selector)`);
              if (!element) return "there is none";
              element.scrollIntoView({ block: "center", behavior: "instant" });
              const box = element.getBoundingClientRect();
              const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
              const top = document.elementFromPoint(x, y);
              return element.contains(top) || top?.contains(element) ? `${x} ${y}` : "something lies above it";
            })()
            """)
        let numbers = place.split(separator: " ").compactMap { Double($0) }
        guard numbers.count == 2 else { throw ChromiumFault(sentence: "click \(selector): \(place)") }
        for type in ["mousePressed", "mouseReleased"] {
            let click = Click(type: type, x: numbers[0], y: numbers[1])
            let _: Nothing = try await browser.command("Input.dispatchMouseEvent", click, session: session)
        }
    }

    /// Clicks a field, and writes over what it holds.
    func fill(_ selector: String, _ text: String) async throws {
        try await click(selector)
        _ = try await value("document.querySelector(`\(selector)`).select()")
        try await type(text)
    }

    /// Chooses one of what a field offers, as the arrow keys do.
    func choose(_ selector: String, _ choice: String) async throws {
        let chosen = try await value(
            """
            (() => {
              const field = document.querySelector(`\(selector)`);
              field.focus();
              field.value = `\(choice)`;
              field.dispatchEvent(new Event("change", { bubbles: true }));
              return field.value;
            })()
            """)
        guard chosen == choice else { throw ChromiumFault(sentence: "\(selector) does not offer \(choice)") }
    }

    /// Keeps what is downloaded in a folder.
    func keepDownloads(in folder: String) async throws {
        let _: Nothing = try await browser.command(
            "Page.setDownloadBehavior", ["behavior": "allow", "downloadPath": folder], session: session)
    }

    /// Writes where the focus is.
    func type(_ text: String) async throws {
        let _: Nothing = try await browser.command("Input.insertText", ["text": text], session: session)
    }

    /// Presses a key: `Enter`, `Tab`, `Escape`.
    func press(_ key: String) async throws {
        let (code, text) = ["Enter": (13, "\r"), "Tab": (9, ""), "Escape": (27, "")][key] ?? (0, "")
        for type in ["keyDown", "keyUp"] {
            let stroke = Stroke(
                type: type, key: key, code: key, windowsVirtualKeyCode: code,
                text: type == "keyDown" && !text.isEmpty ? text : nil)
            let _: Nothing = try await browser.command("Input.dispatchKeyEvent", stroke, session: session)
        }
    }

    /// Shows the page light or dark, as wide as a screen of so many pixels.
    func look(width: Int, isDark: Bool) async throws {
        let size = Metrics(width: width, height: 900, deviceScaleFactor: 1, mobile: false)
        let _: Nothing = try await browser.command("Emulation.setDeviceMetricsOverride", size, session: session)
        let scheme = Feature(name: "prefers-color-scheme", value: isDark ? "dark" : "light")
        let _: Nothing = try await browser.command(
            "Emulation.setEmulatedMedia", ["features": [scheme]], session: session)
    }
}

private struct Nothing: Decodable {}

private struct Evaluation: Encodable {
    let expression: String
    let awaitPromise: Bool
    let returnByValue: Bool
}

private struct Evaluated: Decodable {
    struct Value: Decodable {
        let value: String?
    }

    struct Fault: Decodable {
        let text: String
    }

    let result: Value
    let exceptionDetails: Fault?
}

private struct Click: Encodable {
    let type: String
    let x: Double
    let y: Double
    var button = "left"
    var clickCount = 1
}

private struct Stroke: Encodable {
    let type: String
    let key: String
    let code: String
    let windowsVirtualKeyCode: Int
    let text: String?
}

private struct Metrics: Encodable {
    let width: Int
    let height: Int
    let deviceScaleFactor: Int
    let mobile: Bool
}

private struct Feature: Encodable {
    let name: String
    let value: String
}
