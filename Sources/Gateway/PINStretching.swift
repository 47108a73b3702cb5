import Conversation
import CryptoExtras
import Dispatch
import Foundation
import Storage

/// Stretches PINs by scrypt (RFC 7914): few digits are soon tried out, unless each try costs.
///
/// It is done on a thread of its own, one after the other, so that guesses neither block a turn nor take all memory.
struct PINStretching: Sendable {
    /// 16 MiB and five passes: one of the equal choices of the OWASP Password Storage Cheat Sheet.
    private static let cost = (rounds: 1 << 14, blockSize: 8, parallelism: 5)
    private static let length = 32
    /// How often it is done for one turn: once, and again where the record changed meanwhile.
    private static let most = 4

    private let queue = DispatchQueue(label: "waymark.pin")

    /// What a PIN comes to, by the salts.
    func hashes(of stretch: Stretch) async -> [[UInt8]: [UInt8]] {
        await withCheckedContinuation { continuation in
            queue.async { continuation.resume(returning: Self.compute(stretch)) }
        }
    }

    /// Makes a turn again with what it could not be made without, until it is kept.
    func settle<Outcome: Stretching>(
        _ advance: (_ stretched: [[UInt8]: [UInt8]]) async throws -> Outcome
    ) async throws -> Outcome {
        var stretched: [[UInt8]: [UInt8]] = [:]
        for _ in 0..<Self.most {
            let settlement = try await advance(stretched)
            guard let stretch = settlement.stretch else { return settlement }
            stretched.merge(await hashes(of: stretch)) { $1 }
        }
        throw StoreFault(.unavailable, "the PIN of a record changed again and again while it was compared")
    }

    private static func compute(_ stretch: Stretch) -> [[UInt8]: [UInt8]] {
        var hashes: [[UInt8]: [UInt8]] = [:]
        for salt in stretch.salts {
            let key = try? KDF.Scrypt.deriveKey(
                from: Data(stretch.pin.utf8), salt: Data(salt), outputByteCount: length, rounds: cost.rounds,
                blockSize: cost.blockSize, parallelism: cost.parallelism)
            hashes[salt] = key?.withUnsafeBytes { Array($0) } ?? []
        }
        return hashes
    }
}

/// What became of an arrival, unless a PIN has to be stretched first.
protocol Stretching: Sendable {
    /// What has to be computed before anything is kept.
    var stretch: Stretch? { get }
}

extension Settlement: Stretching {}

extension PartSettlement: Stretching {}
