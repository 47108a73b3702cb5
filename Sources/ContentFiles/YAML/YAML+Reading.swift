import Yams

extension YAML {
    /// What a kind of file may use of YAML.
    package enum Dialect: Hashable, Sendable {
        /// Flow, pack and settings files: no anchors, aliases or merge keys.
        case plain
        /// Provider files, whose routes share parts by anchors.
        case anchored
    }

    /// Reads one YAML document.
    ///
    /// - Returns: The document's root, or nil when the file is not YAML or is empty; the log then has an error with its
    ///   place.
    package static func read(_ source: String, file: String, dialect: Dialect = .plain, log: DiagnosticLog) -> YAML? {
        let start = Position(file: file)
        do {
            // Nothing is resolved to numbers or truth: every scalar is read as the text it is.
            guard let root = try Yams.compose(yaml: source, .basic) else {
                log.error("empty-file", "the file is empty", at: start)
                return nil
            }
            let lines = source.split(separator: "\n", omittingEmptySubsequences: false)
            let composer = Composer(file: file, dialect: dialect, lines: lines, log: log)
            let value = composer.value(of: root)
            guard composer.count.values <= Composer.maximumValues else {
                log.error("yaml-size", "the file has more than \(Composer.maximumValues) values", at: start)
                return nil
            }
            return value
        } catch let error as YamlError {
            log.add([error.diagnostic(in: source, file: file)])
        } catch {
            log.error("yaml", "the file cannot be read as YAML", at: start)
        }
        return nil
    }
}

/// Turns the parser's nodes into values with places, refusing what a dialect does not allow.
private struct Composer {
    let file: String
    let dialect: YAML.Dialect
    let lines: [Substring]
    let log: DiagnosticLog
    let count = Count()

    /// Ten times the values of the largest file of a large pack: an anchor that is used within anchors makes a small
    /// file huge.
    static let maximumValues = 1_000_000

    /// How many values were made so far.
    final class Count {
        var values = 0
    }

    func value(of node: Node) -> YAML {
        let position = position(of: node)
        count.values += 1
        guard count.values <= Self.maximumValues else {
            return YAML(content: .scalar("", isPlain: true), position: position)
        }
        refuseTraps(node, at: position)
        switch node {
        case .scalar(let scalar):
            if scalar.style == .plain { refuseComment(behind: scalar.string, at: position) }
            return YAML(content: .scalar(scalar.string, isPlain: scalar.style == .plain), position: position)
        case .sequence(let sequence):
            return YAML(content: .sequence(sequence.map(value)), position: position)
        case .mapping(let mapping):
            return YAML(content: .mapping(entries(of: mapping)), position: position)
        case .alias:
            log.error("yaml-alias", "a reference to an anchor cannot be used here", at: position)
            return YAML(content: .scalar("", isPlain: true), position: position)
        }
    }

    private func entries(of mapping: Node.Mapping) -> [YAML.Entry] {
        var merged: [YAML.Entry] = []
        var own: [YAML.Entry] = []
        for (keyNode, valueNode) in mapping {
            let keyPosition = position(of: keyNode)
            guard let key = keyNode.scalar?.string else {
                log.error("yaml-key", "a key must be a single word or text", at: keyPosition)
                continue
            }
            let value = value(of: valueNode)
            if key == "<<", dialect == .anchored, let shared = value.entries {
                merged.append(contentsOf: shared)
            } else if let earlier = own.first(where: { $0.key == key }) {
                log.error(
                    "duplicate-key", "key '\(key)' is already used in line \(earlier.keyPosition.line)",
                    at: keyPosition,
                    suggestion: "keep one of them")
            } else {
                own.append(YAML.Entry(key: key, keyPosition: keyPosition, value: value))
            }
        }
        return merged.filter { entry in !own.contains { $0.key == entry.key } } + own
    }

    private func refuseTraps(_ node: Node, at position: Position) {
        guard dialect == .plain else { return }
        if rest(at: position)?.first == "&" {  // the node itself forgets its anchor when the parser is gone
            log.error(
                "yaml-anchor", "'&' makes this an anchor, which content files do not use", at: position,
                suggestion: "put the text in quotes if it begins with '&'")
        }
        let tag = node.tag.description
        if !tag.isEmpty, !tag.hasPrefix("tag:yaml.org,2002:") {
            log.error(
                "yaml-tag", "'\(tag)' is read as a YAML tag and would be lost", at: position,
                suggestion: "put the text in quotes if it begins with '!'")
        }
    }

    /// ` #` ends a text that was written without quotes. One space before it reads like a part of the text; a comment
    /// has two.
    private func refuseComment(behind text: String, at position: Position) {
        guard dialect == .plain, text.contains(where: \.isLetter) else { return }
        guard let rest = rest(at: position), rest.starts(with: (text + " #").unicodeScalars) else { return }
        log.error(
            "yaml-comment", "' #' cuts the text here", at: position.moved(by: text.unicodeScalars.count + 1),
            suggestion: "put the text in quotes, or put two spaces before the comment")
    }

    /// What stands in the file from a place to the end of its line; columns count Unicode scalars, as the parser does.
    private func rest(at position: Position) -> Substring.UnicodeScalarView? {
        guard lines.indices.contains(position.line - 1) else { return nil }
        return lines[position.line - 1].unicodeScalars.dropFirst(position.column - 1)
    }

    private func position(of node: Node) -> Position {
        Position(file: file, line: node.mark?.line ?? 1, column: node.mark?.column ?? 1)
    }
}

extension YamlError {
    /// The parser's complaint as an operator can use it: its place, and the usual cause when the line shows one.
    fileprivate func diagnostic(in source: String, file: String) -> Diagnostic {
        switch self {
        case .scanner(let context, let problem, let mark, _), .parser(let context, let problem, let mark, _),
            .composer(let context, let problem, let mark, _):
            let position = Position(file: file, line: mark.line, column: mark.column)
            let cause = trap(in: source, line: mark.line) ?? context.flatMap { trap(in: source, line: $0.mark.line) }
            return Diagnostic(.error, "yaml", "this is not valid YAML: \(problem)", at: position, suggestion: cause)
        case .duplicatedKeysInMapping(let duplicates, let context):
            let position = Position(file: file, line: context.mark.line, column: context.mark.column)
            return Diagnostic(
                .error, "duplicate-key", "key '\(duplicates.first ?? "?")' is used twice in this group", at: position,
                suggestion: "keep one of them")
        case .reader(let problem, let offset, _, _):
            let line = source.utf8.prefix(offset ?? 0).count { $0 == UInt8(ascii: "\n") } + 1
            return Diagnostic(
                .error, "yaml-characters", "the file holds characters that YAML does not allow: \(problem)",
                at: Position(file: file, line: line), suggestion: "save the file as UTF-8 without control characters")
        default:
            return Diagnostic(.error, "yaml", "the file cannot be read as YAML", at: Position(file: file))
        }
    }

    private func trap(in source: String, line: Int) -> String? {
        let lines = source.split(separator: "\n", omittingEmptySubsequences: false)
        guard lines.indices.contains(line - 1) else { return nil }
        let text = lines[line - 1]
        if text.prefix(while: { $0 == " " || $0 == "\t" }).contains("\t") {
            return "indent with spaces, not tabs"
        }
        let value = text.drop { $0 == " " || $0 == "-" }.split(separator: ":", maxSplits: 1).last.map {
            $0.drop { $0 == " " }
        }
        if let first = value?.first ?? text.drop(while: { $0 == " " || $0 == "-" }).first,
            "@*&%{[!`|>\"'".contains(first)
        {
            return "put the text in quotes: YAML gives '\(first)' at the start a meaning of its own"
        }
        if text.contains(": "), text.split(separator: ":").count > 2 {
            return "put the text in quotes if it contains ': '"
        }
        return nil
    }
}
