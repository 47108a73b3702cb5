import ContentFiles
import Expressions

extension FuzzTarget {
    /// What operators write: whatever it is, they are told where it is wrong.
    static func content(_ files: FuzzFiles) -> [FuzzTarget] {
        let (flows, translations) = (files.texts(".yaml"), files.texts(".po"))
        let providers = files.texts(".yaml", below: files.config)
        return [
            text("yaml", flows + providers) { text in
                let log = DiagnosticLog()
                let root = YAML.read(text, file: "fuzz", log: log)
                return root == nil && !log.hasErrors ? "nothing was read, and nothing is said about it" : nil
            },
            text("flow", flows) { text in
                load(["pack.yaml": pack, "main.yaml": text])
            },
            text("pack", flows.filter { $0.contains("pack:") } + [pack]) { text in
                load(["pack.yaml": text, "main.yaml": flow])
            },
            text("po", translations) { text in
                let log = DiagnosticLog()
                _ = POFile(text, file: "fuzz", log: log)
                return load(["pack.yaml": pack, "main.yaml": flow, "languages/sw.po": text])
            },
            text("talk", files.texts(".talk")) { text in
                _ = TalkFile.read(text, file: "fuzz", log: DiagnosticLog())
                return nil
            },
            FuzzTarget("csv", corpus: files.texts(".csv")) { bytes, _ in
                _ = try? Sheet(bytes, file: "fuzz")
                let text = String(decoding: bytes, as: UTF8.self)
                return load(["pack.yaml": pack, "main.yaml": flow, "directory/offices.csv": text])
            },
            text("provider", providers) { text in
                _ = AdapterFile.load(source: text, file: "fuzz", log: DiagnosticLog())
                return nil
            },
            text("channels", providers.filter { $0.contains("channels:") }) { text in
                _ = ChannelsFile.load(
                    source: text, file: "fuzz", adapters: [], environment: [:], log: DiagnosticLog(),
                    secretFile: { _ in nil })
                return nil
            },
            text("expression", expressions) { text in
                if let expression = try? Expression.parse(text) { _ = try? Expression.parse(expression.source) }
                _ = try? Template.parse(text)
                return nil
            },
        ]
    }

    private static func load(_ files: KeyValuePairs<String, String>) -> String? {
        let log = DiagnosticLog()
        let source = PackSource(
            folder: "fuzz", files: files.map { PackSource.File(path: $0.key, content: $0.value) })
        let pack = PackLoader.load(source, log: log)
        return pack == nil && !log.hasErrors ? "the pack was refused, and nothing is said about it" : nil
    }

    private static let pack = """
        pack: fuzz
        title: Fuzz
        language: en
        languages: { en: English, sw: Kiswahili }
        start: main

        """

    private static let flow = """
        steps:
          begin:
            menu: What do you need?
            options: [Wages -> done, School -> done]
          done:
            end: "Thank you ${person.name}."

        """

    private static let expressions = [
        "known(person.name) and age >= 18 or not x in [1, 2.50, \"a\"]",
        "if(a > b, a - b, b * -2) + days(since, today)",
        "Hello ${person.name}, you have ${count} of ${total + 1}.", "date(2026, 3, 1) < add_months(today, 6)",
        "{a: 1, b: [2, 3]}.b[0] ?? 4", "round(sum(map(list, x -> x.pay)) / 3, 2)",
    ]
}
