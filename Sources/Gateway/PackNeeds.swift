package import ContentFiles
package import Conversation
import Providers

/// What a pack needs of the configuration: systems to ask, and a channel for reminders.
package enum PackNeeds {
    /// Reports what is missing, at the file of the step that needs it.
    ///
    /// - Parameters:
    ///   - folder: The folder of the pack.
    ///   - systems: The names of the systems that are configured; nil where that is not known.
    ///   - canPush: Whether there is a channel that reaches people without being asked; nil where that is not known.
    package static func check(
        _ pack: Pack, folder: String, systems: Set<String>?, canPush: Bool?, log: DiagnosticLog
    ) {
        for step in pack.steps {
            let place = Position(file: folder + "/" + step.flow + ".yaml")
            switch step.verb {
            case .request(let request) where systems?.contains(request.system) == false:
                let near = nearest(to: request.system, among: systems?.sorted() ?? [])
                log.error(
                    "unknown-system", "step '\(step.name)' asks a system '\(request.system)' that is not configured",
                    at: place,
                    suggestion: near.map { "did you mean '\($0)'?" } ?? "add it to systems.yaml in the folder Config")
            case .remind where canPush == false:
                log.error(
                    "no-push-channel", "step '\(step.name)' reminds people, and no SMS channel is enabled", at: place,
                    suggestion: "enable one in channels.yaml in the folder Config")
            case .say, .menu, .ask, .branch, .set, .call, .send, .refer, .check, .find, .remind, .request, .end: break
            }
        }
    }
}
