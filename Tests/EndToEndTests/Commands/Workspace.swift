import Foundation

/// A folder with content for one test, gone when the test is over.
final class Workspace {
    let folder: URL

    /// - Parameter files: Their contents by path.
    init(_ files: [String: String]) throws {
        folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        for (path, content) in files {
            let file = folder.appendingPathComponent(path)
            try FileManager.default.createDirectory(
                at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
            try Data(content.utf8).write(to: file)
        }
    }

    deinit {
        try? FileManager.default.removeItem(at: folder)
    }

    /// Runs the command line in the folder.
    func run(_ arguments: String..., input: String = "") throws -> Binary.Run {
        try run(arguments, input: input)
    }

    /// Runs the command line in the folder.
    func run(_ arguments: [String], input: String = "") throws -> Binary.Run {
        try Binary.run(arguments, input: input, in: folder)
    }

    /// Runs the command line in the folder on a terminal.
    func runOnTerminal(_ arguments: String..., typing lines: [String]) throws -> String {
        try Binary.runOnTerminal(arguments, typing: lines, in: folder)
    }
}

extension [String: String] {
    /// A small pack with its talks.
    static let tea: [String: String] = [
        "Flows/tea/pack.yaml": """
        title: Tea house
        language: en
        languages: { en: English }
        code: "*384*7#"
        timezone: "+08:00"
        start: main
        otherwise: main#black
        keywords: { main: [TEA] }

        """,
        "Flows/tea/main.yaml": """
        title: Tea
        steps:
          start:
            menu: Which tea?
            options:
              - Green 绿茶 -> green
              - Black -> black
          green:
            send: Green it is.
            go: done
          black:
            refer: tea
            say: A person will ask you.
            go: done
          done:
            end: Enjoy.

        """,
        "Flows/tea/talks/tea.talk": """
        talk: green tea
        on ussd from +8613800000001 at 2026-05-02 09:00
        dial *384*7#
        < Which tea? / 1. Green 绿茶 / 2. Black
        > 1
        < Enjoy.
        expect sms Green it is.

        """,
    ]

    /// Two adapters and a channel of one of them.
    static let post: [String: String] = [
        "Config/providers/post.yaml": """
        adapter: post
        kind: sms
        summary: Messages by post
        source: our own convention
        config:
          key: {type: secret, required: true}
          send_url: {type: url, default: "https://post.example/send"}
        routes:
          receive:
            parse: form
            auth: {token: {value: "${.key}", equals: "${cfg.key}"}}
            message: {id: "${.id}", from: "${.from | phone}", text: "${.text}"}
        answer:
          reply: {type: text/plain, body: "${reply.text}"}
          message: {type: text/plain, body: taken}
        send:
          request:
            url: ${cfg.send_url}
            headers: {X-Key: "${cfg.key}"}
            json: {to: "${msg.to}", text: "${msg.text}"}
          response: {parse: json, id: "${resp.id}"}
        examples:
          - name: a message
            settings: {key: abc}
            request: |
              POST /in/post/receive HTTP/1.1
              Content-Type: application/x-www-form-urlencoded

              key=abc&id=1&from=%2B254711000001&text=hi
            say: {text: Hello}
            expect:
              events: [{kind: message, id: "1", from: "+254711000001", text: hi}]
              response: {status: 200, body: Hello}

        """,
        "Config/providers/dial.yaml": """
        adapter: dial
        kind: ussd
        routes:
          session:
            parse: form
            ussd: {session: "${.session}", from: "${.from | phone}", input: "${.text}", mode: latest}
        answer:
          continue: {type: text/plain, body: "CON ${reply.text}"}
          end: {type: text/plain, body: "END ${reply.text}"}

        """,
        "Config/channels.yaml": """
        channels:
          post:
            adapter: post
            address: "21512"
            country: KE
            settings: {key: "${WAYMARK_TEST_KEY_NOBODY_SETS}"}

        """,
    ]
}
