using System.Text;

namespace HyperTune.Tests;

/// <summary>Lines that are replayed, with all that they say about the first study.</summary>
internal sealed class ReplayedJournal : IJournalListener
{
    private readonly JournalEventReader _events;

    public ReplayedJournal(SearchSpace? space = null)
    {
        var interner = new JournalInterner();
        PointLayout? layout = space is null ? null : PointLayout.Of(space);
        var vocabulary = new JournalVocabulary("s", "/simulated/study.journal", SingleObjective.Minimize.All, layout, interner);
        _events = new JournalEventReader(vocabulary, (in happened) => Events.Add(happened));
        Reader = new JournalReader(interner, new JournalReplay { FollowedId = 0 }, this);
    }

    public JournalReader Reader { get; }

    public JournalReplay Replay => Reader.Replay;

    /// <summary>What the records say, as events.</summary>
    public List<StudyEvent> Events { get; } = [];

    /// <summary>The record of the trial that was created last.</summary>
    public JournalTrialTemplate? Template { get; private set; }

    /// <summary>The parameters of all trials: those of their records, and those set since.</summary>
    public Dictionary<int, List<JournalParameter>> Parameters { get; } = [];

    /// <summary>The ids and numbers of the trials of a study, with Optuna's states.</summary>
    public IEnumerable<JournalTrialEntry> Trials => Enumerable.Range(0, Replay.TrialCount).Select(id => Replay.Trial(id));

    public JournalOpenTrial Open(int id) => Replay.OpenTrials[id];

    public JournalOutcome Apply(string line) => Reader.Apply(Encoding.UTF8.GetBytes(line));

    public JournalOutcome Apply(byte[] line) => Reader.Apply(line);

    /// <summary>Applies what <paramref name="write"/> writes; the outcome of the last record.</summary>
    public JournalOutcome Apply(Action<JournalRecordWriter> write, string worker = "w")
        => JournalFixture.Records(write, worker).Split('\n').Select(Apply).Last();

    void IJournalListener.StudyAttributeSet(string name, string json) => _events.StudyAttributeSet(name, json);

    void IJournalListener.NoteSet(string name, RecordValue value) => _events.NoteSet(name, value);

    void IJournalListener.AttributeSet(JournalOpenTrial trial, string name) => _events.AttributeSet(trial, name);

    void IJournalListener.TrialCreated(JournalOpenTrial trial, JournalTrialTemplate template)
    {
        Parameters[trial.Id] = [.. template.Parameters];
        Template = new JournalTrialTemplate
        {
            State = template.State,
            Started = template.Started,
            Finished = template.Finished,
            Values = template.Values,
            Parameters = [.. template.Parameters],
            IntermediateValues = [.. template.IntermediateValues],
            SystemAttributes = [.. template.SystemAttributes],
            UserAttributes = [.. template.UserAttributes],
        };
        _events.TrialCreated(trial, template);
    }

    void IJournalListener.ParameterSet(JournalOpenTrial trial, in JournalParameter parameter)
    {
        Parameters[trial.Id].Add(parameter);
        _events.ParameterSet(trial, in parameter);
    }

    void IJournalListener.StateSet(JournalOpenTrial trial, TrialState state, DateTime time) => _events.StateSet(trial, state, time);

    void IJournalListener.Reported(JournalOpenTrial trial, long step, double value, string author) => _events.Reported(trial, step, value, author);
}
