using System.Collections.Immutable;
using System.Text;

namespace HyperTune;

/// <summary>A study opened in a journal by one process.</summary>
internal sealed partial class JournalSession : IStudyStorage
{
    private readonly Journal _journal;
    private readonly JournalDurability _durability;
    private readonly StudyDescription _description;
    private readonly StudyOptions _options;
    private readonly JournalSpaceMap _map;
    private readonly JournalLease _lease;

    // The author of this session's records: names the process, so that others can see whether it lives.
    private readonly string _token = ProcessIdentity.CreateToken();
    private readonly int _id;

    private JournalSession(Journal journal, JournalDurability durability, StudyDescription description)
    {
        _journal = journal;
        _durability = durability;
        _description = description;
        _options = description.Options;
        _map = new JournalSpaceMap(description.Space);
        _lease = new JournalLease(_options.Lease, _options.TimeProvider);
        (_id, Seed) = journal.Commit(
            _token,
            durability != JournalDurability.None,
            (replay, writer) => JournalStudyOpening.Open(replay, writer, description, journal.Path));
    }

    public ulong Seed { get; }

    public static JournalSession Open(Journal journal, JournalDurability durability, StudyDescription description)
    {
        var session = new JournalSession(journal, durability, description);
        session.SettleInterrupted();
        return session;
    }

    public void Refresh()
    {
        _journal.Refresh(static _ => 0);
        SettleInterrupted();
    }

    public TrialStart TryStart(int number, ReadOnlySpan<double> vector, int? trialBudget, DateTimeOffset startedAt)
    {
        ImmutableArray<JournalParameter> parameters = _map.ToParameters(vector);
        TrialStart start = Commit(isResult: false, (replay, writer) =>
        {
            JournalStudy study = Find(replay);
            if (study.Trials.Count != number)
            {
                return TrialStart.Retry;
            }

            if (study.StartedCount >= trialBudget)
            {
                return TrialStart.BudgetSpent;
            }

            writer.CreateTrial(_id, new JournalTrialTemplate
            {
                Started = startedAt.UtcDateTime,
                Parameters = [.. parameters.Select(study.Adapt)],
                SystemAttributes = OwnAttributes(),
            });
            return TrialStart.Started;
        });
        if (start == TrialStart.Started)
        {
            Own(number);
        }

        return start;
    }

    public int Enqueue(ReadOnlySpan<double> vector)
    {
        ImmutableArray<JournalParameter> parameters = _map.ToParameters(vector);
        return Commit(isResult: true, (replay, writer) =>
        {
            JournalStudy study = Find(replay);
            writer.CreateTrial(_id, new JournalTrialTemplate
            {
                State = TrialState.Waiting,
                Parameters = [.. parameters.Select(study.Adapt)],
                SystemAttributes = [new(JournalAttributeNames.FixedParameters, ExternalValues(parameters))],
            });
            return study.Trials.Count;
        });
    }

    public void Complete(int number, ReadOnlySpan<double> vector)
    {
        ImmutableArray<JournalParameter> parameters = _map.ToParameters(vector);
        Commit(isResult: false, (replay, writer) =>
        {
            JournalStudy study = Find(replay);
            WriteMissing(study, study.Trials[number], writer, parameters);
            return 0;
        });
    }

    public int Import(IReadOnlyList<ImportedTrial> trials) => Commit(isResult: true, (replay, writer) =>
    {
        HashSet<ImportedTrialKey> known = [.. Find(replay).Trials.Select(KeyOf).OfType<ImportedTrialKey>()];
        int before = known.Count;
        foreach (ImportedTrial trial in trials.Where(trial => known.Add(trial.Key)))
        {
            writer.CreateTrial(_id, TemplateOf(trial));
        }

        return known.Count - before;
    });

    public void Report(int number, TrialReport report) => Commit(isResult: false, (replay, writer) =>
    {
        JournalTrial trial = Find(replay).Trials[number];
        if (!trial.IsFinished)
        {
            writer.SetTrialIntermediateValue(trial.Id, report.Step, report.Value);
        }

        return 0;
    });

    public bool TryFinish(int number, in TrialEnd end, DateTimeOffset finishedAt)
    {
        TrialEnd kept = end;
        bool isFinished = Commit(isResult: true, (replay, writer) =>
        {
            JournalTrial trial = Find(replay).Trials[number];
            if (trial.IsFinished)
            {
                return false;
            }

            WriteEnd(writer, trial.Id, in kept, finishedAt);
            return true;
        });
        Disown(number);
        return isFinished;
    }

    private T Commit<T>(bool isResult, Func<JournalReplay, JournalRecordWriter, T> prepare)
    {
        bool durable = _durability == JournalDurability.EveryRecord || (isResult && _durability == JournalDurability.Results);
        return _journal.Commit(_token, durable, prepare);
    }

    private JournalStudy Find(JournalReplay replay) => replay.TryGetStudy(_id, out JournalStudy? study)
        ? study
        : throw new JournalException(_journal.Path, null, $"Study '{_description.Name}' was deleted by another program. Create it anew.");

    private void WriteMissing(JournalStudy study, JournalTrial trial, JournalRecordWriter writer, ImmutableArray<JournalParameter> parameters)
    {
        foreach (JournalParameter parameter in parameters.Where(parameter => trial.Layout.IndexOf(parameter.Name) < 0).Select(study.Adapt))
        {
            bool isAccepted = study.Accepts(parameter.Name, parameter.Distribution);
            writer.SetTrialParameter(trial.Id, isAccepted ? parameter : throw Incompatible(trial.Number, parameter));
        }
    }

    private InvalidOperationException Incompatible(int number, JournalParameter parameter) => new(
        $"Trial {number} of study '{_description.Name}' leaves {parameter.Name} open, and {parameter.Distribution.Format(parameter.Value)} cannot be stored "
        + $"for it, because earlier trials have the parameter with other values. Use another name for the study in journal '{_journal.Path}'.");

    // Finished trials cannot change any more, so the reason goes before the end.
    private static void WriteEnd(JournalRecordWriter writer, int trial, in TrialEnd end, DateTimeOffset finishedAt)
    {
        if (end.Failure is { } failure)
        {
            writer.SetTrialSystemAttribute(trial, JournalAttributeNames.Failure, Json(failure.Reason));
        }

        writer.SetTrialState(trial, end.State, double.IsNaN(end.Value) ? [] : [end.Value], finishedAt.UtcDateTime);
    }

    private static ImportedTrialKey? KeyOf(JournalTrial trial)
        => trial.IsAdded && trial.Finished is { } finished && trial.SystemAttributes?.TryGet(JournalAttributeNames.Imported, out string? source) == true
            ? ImportedTrialKey.Of(Text(source), trial.Started ?? finished, finished, EndOf(trial).Value)
            : null;

    private JournalTrialTemplate TemplateOf(ImportedTrial trial) => new()
    {
        State = trial.End.State,
        Started = trial.StartedAt.UtcDateTime,
        Finished = trial.FinishedAt.UtcDateTime,
        Parameters = _map.ToParameters(trial.Vector),
        Values = double.IsNaN(trial.End.Value) ? [] : [trial.End.Value],
        IntermediateValues = [.. trial.Reports.Select(static report => ((long)report.Step, report.Value))],
        SystemAttributes = [new(JournalAttributeNames.Imported, Json(trial.Source))],
    };

    private ImmutableArray<KeyValuePair<string, string>> OwnAttributes()
    {
        KeyValuePair<string, string> lease = new(JournalAttributeNames.Lease, _lease.Renew());
        return _options.WorkerId is { } worker ? [lease, new(JournalAttributeNames.Worker, Json(worker))] : [lease];
    }

    private static string ExternalValues(ImmutableArray<JournalParameter> parameters) => JournalJsonWriter.ToText(writer =>
    {
        writer.BeginObject();
        foreach (JournalParameter parameter in parameters)
        {
            writer.Name(parameter.Name);
            parameter.Distribution.WriteExternal(writer, parameter.Value);
        }

        writer.EndObject();
    });

    private static string Json(string text) => JournalJsonWriter.ToText(writer => writer.String(text));

    private static string Text(string json)
    {
        var reader = new JournalTokenizer(Encoding.UTF8.GetBytes(json));
        return reader.Peek() == JournalTokenKind.String ? reader.ReadString().Decode() : json;
    }
}
