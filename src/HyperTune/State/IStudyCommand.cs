namespace HyperTune.State;

/// <summary>
/// Something that is wanted of a study. Pure: what it decides depends on the state and the time alone, and it may be asked again when something else
/// happened first.
/// </summary>
internal interface IStudyCommand
{
    /// <summary>
    /// Whether the decision stays right whatever other processes do meanwhile, as for reports and results of a trial that this process runs; it then
    /// waits for nobody.
    /// </summary>
    static abstract bool Commutes { get; }

    /// <summary>Whether somebody counts on it, so that it has to survive a loss of power.</summary>
    static abstract bool IsResult { get; }

    /// <summary>Decides what is to happen.</summary>
    /// <param name="state">The state; only looked at.</param>
    /// <param name="now">The time, in UTC.</param>
    /// <param name="events">Receives what is to happen; nothing where the command is refused.</param>
    Decision Decide(StudyState state, DateTime now, List<StudyEvent> events);
}
