using System.Collections.Immutable;
using HyperTune.Storage.Journal.Distributions;
using HyperTune.Storage.Journal.Files;
using HyperTune.Storage.Journal.Json;
using HyperTune.Storage.Journal.Records;
using HyperTune.Trials;

namespace HyperTune.Storage.Journal.Replay;

/// <summary>Reads the records of a journal: cuts the lines, lets the replay accept or refuse them, and tells what the accepted ones say.</summary>
internal sealed class JournalReader : IJournalLineReader
{
    private readonly JournalTemplateReader _values;
    private readonly JournalTrialTemplate _template = new();
    private readonly IJournalListener? _listener;

    /// <param name="interner">Keeps the names and distributions.</param>
    /// <param name="replay">The rules, and what the records before add up to: none, when there is one.</param>
    /// <param name="listener">Hears about the followed study.</param>
    public JournalReader(JournalInterner interner, JournalReplay replay, IJournalListener? listener = null)
    {
        Interner = interner;
        Replay = replay;
        _listener = listener;
        _values = new JournalTemplateReader(replay, interner);
    }

    public JournalReplay Replay { get; }

    public JournalInterner Interner { get; }

    public int LineCount { get; private set; }

    /// <summary>Notes lines that this process wrote and that the replay knows.</summary>
    public void Skip(int lines) => LineCount += lines;

    public void Read(ReadOnlySpan<byte> line) => Apply(line);

    /// <summary>Takes in one line and says what became of it.</summary>
    public JournalOutcome Apply(ReadOnlySpan<byte> line)
    {
        var record = new JournalRecord(line, _values.Repeats);
        JournalOutcome outcome = Apply(in record);
        LineCount++;
        return outcome;
    }

    private JournalOutcome Apply(in JournalRecord record)
    {
        long number = record.ReadInteger(JournalKey.OpCode);
        if (number is < (long)JournalOperation.CreateStudy or > (long)JournalOperation.DiscardTrials)
        {
            throw new JournalFormatException($"Operation {number} is unknown; a newer program has written it.");
        }

        if (record.Has(JournalKey.UtcOffset))
        {
            // Whatever becomes of the record, its author counts on it.
            Replay.Offsets.Note(Interner.Name(record.ReadString(JournalKey.WorkerId)), JournalOffsets.Read(in record).End);
        }

        var operation = (JournalOperation)number;
        if (operation != JournalOperation.SetStudySystemAttribute)
        {
            Replay.Studies.EndCreation();
        }

        return operation switch
        {
            JournalOperation.CreateStudy => CreateStudy(in record),
            JournalOperation.DeleteStudy => Replay.Studies.Delete(record.ReadInteger(JournalKey.StudyId)),
            JournalOperation.SetStudyUserAttribute => SetStudyUserAttribute(in record),
            JournalOperation.SetStudySystemAttribute => SetStudySystemAttribute(in record),
            JournalOperation.CreateTrial => CreateTrial(in record),
            JournalOperation.SetTrialParameter => SetTrialParameter(in record),
            JournalOperation.SetTrialState => SetTrialState(in record),
            JournalOperation.SetTrialIntermediateValue => SetTrialIntermediateValue(in record),
            JournalOperation.SetTrialUserAttribute => SetTrialUserAttribute(in record),
            JournalOperation.SetTrialSystemAttribute => SetTrialSystemAttribute(in record),
            _ => JournalOutcome.Skipped,
        };
    }

    private JournalOutcome CreateStudy(in JournalRecord record)
    {
        string name = record.ReadString(JournalKey.StudyName).Decode();
        ImmutableArray<OptimizationDirection> directions = ReadDirections(in record);
        return Replay.Studies.Create(name, directions, record.Has(JournalKey.WorkerId) ? record.ReadString(JournalKey.WorkerId).Decode() : "");
    }

    private JournalOutcome SetStudyUserAttribute(in JournalRecord record)
    {
        long id = record.ReadInteger(JournalKey.StudyId);
        if (!Replay.Studies.TryGet(id, out _))
        {
            return JournalOutcome.UnknownStudy;
        }

        string name = _values.ReadAttribute(in record, JournalKey.UserAttribute, out ReadOnlySpan<byte> json);
        if (id == Replay.FollowedId)
        {
            _listener?.NoteSet(name, JournalRecordValue.Read(json));
        }

        return JournalOutcome.Applied;
    }

    private JournalOutcome SetStudySystemAttribute(in JournalRecord record)
    {
        long id = record.ReadInteger(JournalKey.StudyId);
        if (!Replay.Studies.TryGet(id, out _))
        {
            Replay.Studies.EndCreation();
            return JournalOutcome.UnknownStudy;
        }

        (string name, string json) = _values.ReadAttribute(in record);
        JournalOutcome outcome = Replay.Studies.SetAttribute(id, name, json, LineCount + 1, out bool isHeader);
        if (id == Replay.FollowedId && !isHeader && json.Length > 0)
        {
            _listener?.StudyAttributeSet(name, json);
        }

        return outcome;
    }

    private JournalOutcome CreateTrial(in JournalRecord record)
    {
        long study = record.ReadInteger(JournalKey.StudyId);
        if (!Replay.Studies.TryGet(study, out _))
        {
            return JournalOutcome.UnknownStudy;
        }

        _values.Read(in record, _template, study == Replay.FollowedId);
        string author = _template.State == TrialState.Running ? Interner.Name(record.ReadString(JournalKey.WorkerId)) : "";
        JournalOutcome outcome = Replay.CreateTrial(study, _template, author, out JournalOpenTrial? trial);
        if (trial is not null)
        {
            _listener?.TrialCreated(trial, _template);
        }

        return outcome;
    }

    private JournalOutcome SetTrialParameter(in JournalRecord record)
    {
        long id = record.ReadInteger(JournalKey.TrialId);
        JournalOutcome outcome = Replay.Change(id, out _);
        if (outcome != JournalOutcome.Applied)
        {
            return outcome;
        }

        string name = Interner.Name(record.ReadString(JournalKey.ParameterName));
        double value = record.ReadDouble(JournalKey.ParameterValue);
        var parameter = new JournalParameter(name, value, _values.ReadDistribution(in record));
        outcome = Replay.SetParameter(id, in parameter, out JournalOpenTrial? trial);
        if (outcome == JournalOutcome.Applied)
        {
            JournalTemplateReader.Check(in parameter);
            if (trial is not null)
            {
                _listener?.ParameterSet(trial, in parameter);
            }
        }

        return outcome;
    }

    private JournalOutcome SetTrialState(in JournalRecord record)
    {
        long id = record.ReadInteger(JournalKey.TrialId);
        JournalOutcome outcome = Replay.Change(id, out _);
        if (outcome != JournalOutcome.Applied)
        {
            return outcome;
        }

        TrialState state = JournalTemplateReader.ReadState(in record);
        string author = "";
        DateTime time = default;
        if (state == TrialState.Running)
        {
            if (Replay.Trial((int)id).State == TrialState.Running)
            {
                return JournalOutcome.AlreadyRunning;
            }

            time = _values.ReadTime(in record, JournalKey.DatetimeStart);
            author = Interner.Name(record.ReadString(JournalKey.WorkerId));
        }

        double[]? values = JournalTemplateReader.ReadValues(in record);
        time = TrialStates.IsEnd(state) ? _values.ReadTime(in record, JournalKey.DatetimeComplete) : time;
        outcome = Replay.SetState(id, state, values, author, out JournalOpenTrial? trial);
        if (trial is not null)
        {
            _listener?.StateSet(trial, state, time);
        }

        return outcome;
    }

    private JournalOutcome SetTrialIntermediateValue(in JournalRecord record)
    {
        JournalOutcome outcome = Replay.Change(record.ReadInteger(JournalKey.TrialId), out JournalOpenTrial? trial);
        if (outcome != JournalOutcome.Applied)
        {
            return outcome;
        }

        JournalTokenizer reader = record.Read(JournalKey.IntermediateValue);
        long step = record.ReadInteger(JournalKey.Step);
        double value = JournalTemplateReader.ReadNumberOrNull(ref reader);
        if (trial is not null)
        {
            _listener?.Reported(trial, step, value, record.Has(JournalKey.WorkerId) ? Interner.Name(record.ReadString(JournalKey.WorkerId)) : "");
        }

        return outcome;
    }

    private JournalOutcome SetTrialUserAttribute(in JournalRecord record)
    {
        JournalOutcome outcome = Replay.Change(record.ReadInteger(JournalKey.TrialId), out JournalOpenTrial? trial);
        if (outcome == JournalOutcome.Applied)
        {
            string name = _values.ReadAttribute(in record, JournalKey.UserAttribute, out ReadOnlySpan<byte> json);
            if (trial is not null && Replay.Records.Contains(name))
            {
                trial.Record(name, JournalRecordValue.Read(json));
            }
        }

        return outcome;
    }

    private JournalOutcome SetTrialSystemAttribute(in JournalRecord record)
    {
        JournalOutcome outcome = Replay.Change(record.ReadInteger(JournalKey.TrialId), out JournalOpenTrial? trial);
        if (outcome == JournalOutcome.Applied)
        {
            (string name, string json) = _values.ReadAttribute(in record);
            if (trial is not null && json.Length > 0)
            {
                trial.Set(name, json);
                _listener?.AttributeSet(trial, name);
            }
        }

        return outcome;
    }

    private static ImmutableArray<OptimizationDirection> ReadDirections(in JournalRecord record)
    {
        var directions = ImmutableArray.CreateBuilder<OptimizationDirection>();
        JournalTokenizer reader = record.Read(JournalKey.Directions);
        reader.EnterArray();
        while (reader.NextElement())
        {
            long direction = reader.ReadInteger();
            if (direction is < 0 or > 2)
            {
                throw new JournalFormatException($"{direction} is no direction: 0 is none, 1 minimizes, 2 maximizes.");
            }

            directions.Add((OptimizationDirection)direction);
        }

        return directions.ToImmutable();
    }
}
