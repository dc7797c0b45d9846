using System.Text;
using HyperTune.State;
using HyperTune.Storage.Journal.Distributions;
using HyperTune.Storage.Journal.Records;
using HyperTune.Trials;

namespace HyperTune.Storage.Journal.Replay;

/// <summary>
/// The rules by which a journal's records count. Numbers of studies and trials stand nowhere in the file: they follow from the order of the records, so
/// every reader has to accept and refuse exactly the same ones. Of finished trials, and of all but one study, it keeps no more than these rules need.
/// </summary>
internal sealed class JournalReplay
{
    private readonly ChunkedList<JournalTrialEntry> _trials = new();
    private readonly Dictionary<int, JournalOpenTrial> _open = [];
    private readonly ParameterLayouts _layouts = new();

    private JournalStudy? _followed;

    /// <summary>The number of the study whose trials are followed; -1 for none. Set before the study is created.</summary>
    public int FollowedId { get; set; } = -1;

    /// <summary>How the last point in time in the file was written.</summary>
    /// <value><see langword="null"/> when there is none yet.</value>
    public JournalTimeStyle? TimeStyle { get; set; }

    /// <summary>The time zone of local times of which the file does not say how far they are ahead of UTC.</summary>
    public TimeZoneInfo Zone { get; init; } = TimeZoneInfo.Local;

    /// <summary>The user attributes of the followed study's trials that somebody asks for.</summary>
    public WantedRecords Records { get; init; } = WantedRecords.None;

    /// <summary>What it says of them.</summary>
    public JournalOffsets Offsets { get; } = new();

    public JournalStudyTable Studies { get; } = new();

    /// <summary>How many trials the file has, those of deleted studies included.</summary>
    public int TrialCount => _trials.Count;

    /// <summary>The trials of the followed study that can still change, by their ids.</summary>
    public IReadOnlyDictionary<int, JournalOpenTrial> OpenTrials => _open;

    public ref readonly JournalTrialEntry Trial(int id) => ref _trials[id];

    /// <summary>Adds a trial.</summary>
    /// <param name="studyId">Its study.</param>
    /// <param name="template">What is known of it.</param>
    /// <param name="author">Who wrote the record.</param>
    /// <param name="trial">The trial, if the study is followed.</param>
    public JournalOutcome CreateTrial(long studyId, JournalTrialTemplate template, string author, out JournalOpenTrial? trial)
    {
        trial = null;
        if (!Studies.TryGet(studyId, out JournalStudy? study))
        {
            return JournalOutcome.UnknownStudy;
        }

        int id = _trials.Count;
        int number = study.TrialCount++;
        _trials.Add(new JournalTrialEntry(study.Id, number, template.State));
        if (study.Id == FollowedId)
        {
            _followed = study;
            study.TrialIds.Add(id);
            trial = Follow(study, id, number, template, author);
        }

        return JournalOutcome.Applied;
    }

    /// <summary>Whether a trial may still change, and if not, why.</summary>
    /// <param name="id">The trial.</param>
    /// <param name="trial">The trial, if its study is followed.</param>
    public JournalOutcome Change(long id, out JournalOpenTrial? trial)
    {
        trial = null;
        if (id < 0 || id >= _trials.Count)
        {
            return JournalOutcome.UnknownTrial;
        }

        if (_trials[(int)id].IsFinished)
        {
            return JournalOutcome.FinishedTrial;
        }

        _open.TryGetValue((int)id, out trial);
        return JournalOutcome.Applied;
    }

    public JournalOutcome SetParameter(long id, in JournalParameter parameter, out JournalOpenTrial? trial)
    {
        JournalOutcome outcome = Change(id, out trial);
        if (trial is null)
        {
            return outcome;
        }

        JournalStudy study = _followed!;
        if (!study.Accepts(parameter.Name, parameter.Distribution))
        {
            return JournalOutcome.IncompatibleDistribution;
        }

        study.Note(parameter.Name, parameter.Distribution);
        trial.Note(parameter.Name);
        return outcome;
    }

    /// <summary>Changes a trial's state.</summary>
    /// <param name="id">The trial.</param>
    /// <param name="state">Its state from now on.</param>
    /// <param name="values">Its values; <see langword="null"/> to leave them as they are.</param>
    /// <param name="author">Who wrote the record.</param>
    /// <param name="trial">The trial, if its study is followed.</param>
    public JournalOutcome SetState(long id, TrialState state, double[]? values, string author, out JournalOpenTrial? trial)
    {
        JournalOutcome outcome = Change(id, out trial);
        if (outcome != JournalOutcome.Applied)
        {
            return outcome;
        }

        ref JournalTrialEntry entry = ref _trials[(int)id];
        if (state == TrialState.Running && entry.State == TrialState.Running)
        {
            return JournalOutcome.AlreadyRunning;
        }

        entry = entry with { State = state };
        if (trial is not null)
        {
            trial.Values = values ?? trial.Values;
            trial.Set(state, author);
            if (entry.IsFinished)
            {
                _open.Remove((int)id);
            }
        }

        return outcome;
    }

    private JournalOpenTrial Follow(JournalStudy study, int id, int number, JournalTrialTemplate template, string author)
    {
        ParameterLayout layout = _layouts.Of(template.Parameters);
        if (!layout.IsNoted)
        {
            // A template is never refused, be its distributions what they are.
            Array.ForEach(layout.Entries, entry => study.Note(entry.Name, entry.Distribution));
            layout.IsNoted = true;
        }

        var trial = new JournalOpenTrial(id, number, layout) { Values = template.Values };
        foreach ((string name, string json) in template.SystemAttributes)
        {
            trial.Set(name, json);
        }

        foreach ((string name, string json) in template.UserAttributes)
        {
            trial.Record(name, JournalRecordValue.Read(Encoding.UTF8.GetBytes(json)));
        }

        trial.Set(template.State, author);
        if (!TrialStates.IsEnd(template.State))
        {
            _open.Add(id, trial);
        }

        return trial;
    }
}
