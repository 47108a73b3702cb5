import Foundation
import Synchronization

/// Chromium without a window, driven by the DevTools protocol over its pipe: JSON texts with a zero byte behind each, in by
/// the browser's descriptor 3, out by 4. <https://chromedevtools.github.io/devtools-protocol/>
final class Chromium: Sendable {
    /// Where it is on this machine; nil where it is not.
    static let path = ["chromium", "chromium-browser", "google-chrome"].lazy
        .map { "/usr/bin/" + $0 }.first { FileManager.default.isExecutableFile(atPath: $0) }

    private struct State {
        var count = 0
        var unread = Data()
        var waiting: [Int: CheckedContinuation<Data, any Error>] = [:]
        var isGone = false
    }

    private let process = Process()
    private let profile: String
    private let (inlet, outlet) = (Pipe(), Pipe())
    private let state = Mutex(State())

    init() throws {
        guard let path = Self.path else { throw ChromiumFault(sentence: "there is no Chromium on this machine") }
        profile = NSTemporaryDirectory() + "waymark-chromium-" + UUID().uuidString
        process.executableURL = URL(filePath: "/bin/sh")
        let arguments = [
            "--headless=new", "--remote-debugging-pipe", "--user-data-dir=\(profile)", "--no-sandbox", "--disable-gpu",
            "--disable-dev-shm-usage", "--no-first-run", "--disable-extensions", "--disable-background-networking",
            "--disable-component-update", "--no-proxy-server", "about:blank",
        ]
        process.arguments = ["-c", "exec \"$@\" 3<&0 4>&1 </dev/null >/dev/null 2>&1", "sh", path] + arguments
        process.standardInput = inlet
        process.standardOutput = outlet
        try process.run()
        outlet.fileHandleForReading.readabilityHandler = { [weak self] handle in self?.take(handle.availableData) }
    }

    deinit {
        outlet.fileHandleForReading.readabilityHandler = nil
        kill(process.processIdentifier, SIGKILL)
        process.waitUntilExit()
        try? FileManager.default.removeItem(atPath: profile)
    }

    /// Opens an empty page.
    func page() async throws -> ChromiumPage {
        let target: Target = try await command("Target.createTarget", ["url": "about:blank"])
        let session: Session = try await command(
            "Target.attachToTarget", Attachment(targetId: target.targetId, flatten: true))
        return ChromiumPage(self, session: session.sessionId)
    }

    /// Gives a command, and reads its result.
    ///
    /// - Parameter session: The page's; nil for the browser itself.
    func command<Result: Decodable>(
        _ method: String, _ parameters: some Encodable & Sendable, session: String? = nil
    ) async throws -> Result {
        let answer = try await withCheckedThrowingContinuation { continuation in
            do {
                let id = try state.withLock { state in
                    guard !state.isGone else { throw ChromiumFault(sentence: "Chromium ended") }
                    state.count += 1
                    state.waiting[state.count] = continuation
                    return state.count
                }
                try send(Command(id: id, method: method, params: parameters, sessionId: session))
            } catch {
                continuation.resume(throwing: error)
            }
        }
        let reply = try JSONDecoder().decode(Reply<Result>.self, from: answer)
        if let result = reply.result { return result }
        throw ChromiumFault(sentence: "\(method): \(reply.error?.message ?? "no result")")
    }

    private func send(_ command: some Encodable) throws {
        try inlet.fileHandleForWriting.write(contentsOf: try JSONEncoder().encode(command) + [0])
    }

    /// Takes what the browser writes: answers wake who waits for them, events are of no interest.
    private func take(_ bytes: Data) {
        let woken = state.withLock { state in
            guard !bytes.isEmpty else {
                state.isGone = true
                defer { state.waiting = [:] }
                return state.waiting.values.map { ($0, Data()) }
            }
            state.unread += bytes
            var woken: [(CheckedContinuation<Data, any Error>, Data)] = []
            while let end = state.unread.firstIndex(of: 0) {
                let text = Data(state.unread[..<end])
                state.unread = Data(state.unread[(end + 1)...])
                guard let id = (try? JSONDecoder().decode(Answer.self, from: text))?.id,
                    let continuation = state.waiting.removeValue(forKey: id)
                else { continue }
                woken.append((continuation, text))
            }
            return woken
        }
        for (continuation, text) in woken {
            if text.isEmpty {
                continuation.resume(throwing: ChromiumFault(sentence: "Chromium ended"))
            } else {
                continuation.resume(returning: text)
            }
        }
    }
}

/// What went wrong in the browser.
struct ChromiumFault: Error, CustomStringConvertible {
    let sentence: String
    var description: String { sentence }
}

private struct Command<Parameters: Encodable>: Encodable {
    let id: Int
    let method: String
    let params: Parameters
    let sessionId: String?
}

private struct Answer: Decodable {
    let id: Int?
}

private struct Reply<Result: Decodable>: Decodable {
    struct Fault: Decodable {
        let message: String
    }

    let result: Result?
    let error: Fault?
}

private struct Target: Decodable {
    let targetId: String
}

private struct Session: Decodable {
    let sessionId: String
}

private struct Attachment: Encodable {
    let targetId: String
    let flatten: Bool
}
