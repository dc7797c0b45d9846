using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;

namespace HyperTune;

/// <summary>
/// The state that a journal's records add up to. Numbers of studies and trials stand nowhere in the file: they follow from the order of the records, so
/// every reader has to accept and refuse exactly the same ones.
/// </summary>
internal sealed partial class JournalReplay
{
    private readonly JournalInterner _interner = new();
    private readonly ParameterLayout _noParameters = ParameterLayout.CreateEmpty();
    private readonly SortedDictionary<int, JournalStudy> _studies = [];
    private readonly Dictionary<string, JournalStudy> _studiesByName = new(StringComparer.Ordinal);
    private readonly List<JournalTrial> _trials = [];
    private int _nextStudyId;

    /// <summary>Called for each record that changes a trial; <see langword="null"/> while nobody wants to know.</summary>
    public Action<JournalTrialEvent>? Happened { get; set; }

    /// <summary>The number of the study that is created next.</summary>
    public int NextStudyId => _nextStudyId;

    /// <summary>How many records have been applied, refused ones included; also the number of the last line read, counted from 1.</summary>
    public int RecordCount { get; private set; }

    /// <summary>How the last point in time in the file was written.</summary>
    /// <value><see langword="null"/> when there is none yet.</value>
    public JournalTimeStyle? TimeStyle { get; private set; }

    /// <summary>The studies that have not been deleted, in the order of their creation.</summary>
    public IReadOnlyCollection<JournalStudy> Studies => _studies.Values;

    /// <summary>All trials of the file by id, those of deleted studies included.</summary>
    public IReadOnlyList<JournalTrial> Trials => _trials;

    public bool TryGetStudy(string name, [NotNullWhen(true)] out JournalStudy? study) => _studiesByName.TryGetValue(name, out study);

    public bool TryGetStudy(int id, [NotNullWhen(true)] out JournalStudy? study) => _studies.TryGetValue(id, out study);

    /// <summary>Applies one line without its line break.</summary>
    /// <exception cref="JournalFormatException">The line is no record; Optuna could not read the file either.</exception>
    public JournalOutcome Apply(ReadOnlySpan<byte> line)
    {
        var record = new JournalRecord(line);
        JournalOutcome outcome = Apply(in record);
        RecordCount++;
        return outcome;
    }

    private JournalOutcome Apply(in JournalRecord record)
    {
        long operation = record.ReadInteger(JournalKey.OpCode);
        return (JournalOperation)operation switch
        {
            JournalOperation.CreateStudy => CreateStudy(in record),
            JournalOperation.DeleteStudy => DeleteStudy(in record),
            JournalOperation.SetStudyUserAttribute => SetStudyAttribute(in record, JournalKey.UserAttribute),
            JournalOperation.SetStudySystemAttribute => SetStudyAttribute(in record, JournalKey.SystemAttribute),
            JournalOperation.CreateTrial => CreateTrial(in record),
            JournalOperation.SetTrialParameter => SetTrialParameter(in record),
            JournalOperation.SetTrialState => SetTrialState(in record),
            JournalOperation.SetTrialIntermediateValue => SetTrialIntermediateValue(in record),
            JournalOperation.SetTrialUserAttribute => SetTrialAttribute(in record, JournalKey.UserAttribute),
            JournalOperation.SetTrialSystemAttribute => SetTrialAttribute(in record, JournalKey.SystemAttribute),
            JournalOperation.DiscardTrials => JournalOutcome.Skipped,
            _ => throw new JournalFormatException($"Operation {operation} is unknown; a newer program has written it."),
        };
    }

    private JournalOutcome CreateStudy(in JournalRecord record)
    {
        string name = record.ReadString(JournalKey.StudyName).Decode();
        ImmutableArray<OptimizationDirection> directions = ReadDirections(in record);
        if (_studiesByName.ContainsKey(name))
        {
            return JournalOutcome.DuplicateStudy;
        }

        var study = new JournalStudy(_nextStudyId++, name, directions);
        _studies.Add(study.Id, study);
        _studiesByName.Add(name, study);
        return JournalOutcome.Applied;
    }

    private JournalOutcome DeleteStudy(in JournalRecord record)
    {
        if (!TryGetStudy(in record, out JournalStudy? study))
        {
            return JournalOutcome.UnknownStudy;
        }

        _studies.Remove(study.Id);
        _studiesByName.Remove(study.Name);
        return JournalOutcome.Applied;
    }

    private JournalOutcome SetStudyAttribute(in JournalRecord record, JournalKey key)
    {
        if (!TryGetStudy(in record, out JournalStudy? study))
        {
            return JournalOutcome.UnknownStudy;
        }

        (string name, string json) = ReadSingleAttribute(in record, key);
        (key == JournalKey.UserAttribute ? study.UserAttributes : study.SystemAttributes).Set(name, json);
        return JournalOutcome.Applied;
    }

    private bool TryGetStudy(in JournalRecord record, [NotNullWhen(true)] out JournalStudy? study)
    {
        long id = record.ReadInteger(JournalKey.StudyId);
        study = null;
        return id is >= 0 and <= int.MaxValue && _studies.TryGetValue((int)id, out study);
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
