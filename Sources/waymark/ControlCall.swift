import Foundation
import Gateway
import HTTPClient

/// What a command asks of the gateway that runs on a data folder.
struct ControlCall {
    /// Bytes of an answer: everything that was ever said by one person.
    private static let longestAnswer = 256 << 20

    private let note: ControlNote
    private let data: String

    /// - Parameter data: The gateway's data folder.
    init(data: String) throws(WrongUse) {
        guard let note = ControlNote.read(data: data) else {
            throw WrongUse("no gateway runs on the data folder '\(data)'")
        }
        self.note = note
        self.data = data
    }

    /// Asks, and returns the answer's JSON.
    ///
    /// - Parameters:
    ///   - path: The path below `/control`, with its query.
    ///   - body: What must stand in no address, as JSON.
    ///   - seconds: How long the answer may take.
    func send(_ method: String, _ path: String, body: Data = Data(), within seconds: Int = 60) async throws -> Data {
        let client = try HTTPClient(settings: HTTPClient.Settings(maximumResponse: Self.longestAnswer))
        let request = OutgoingRequest(
            method: method, url: note.url + "/control" + path,
            headers: [.init(name: "Authorization", value: "Bearer \(note.token)")], body: Array(body),
            timeout: .seconds(seconds))
        let response: IncomingResponse
        do {
            response = try await client.send(request)
        } catch HTTPFault.refused {
            throw NobodyListens(data: data)
        } catch {
            throw WrongUse("the gateway on '\(data)' does not answer: \(error)")
        }
        await client.close()
        guard response.status == 200 else {
            let why = String(decoding: response.body, as: UTF8.self)
            throw WrongUse("the gateway on '\(data)' refused: \(why.isEmpty ? "\(response.status)" : why)")
        }
        return Data(response.body)
    }
}

/// The note of a gateway that did not end by itself, and is gone.
struct NobodyListens: Error, CustomStringConvertible {
    let data: String

    var description: String { "no gateway runs on the data folder '\(data)' any more" }
}
