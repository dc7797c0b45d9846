using System.Text;
using HyperTune.Storage.Journal.Distributions;
using HyperTune.Storage.Journal.Json;
using HyperTune.Storage.Journal.Records;
using HyperTune.Text;

namespace HyperTune.Storage.Journal.Replay;

/// <summary>Reads the values of records, above all those of a new trial.</summary>
internal sealed class JournalTemplateReader(JournalReplay replay, JournalInterner interner)
{
    /// <summary>What records repeat.</summary>
    public JournalRepeats Repeats { get; } = new();

    /// <summary>Reads the record of a new trial.</summary>
    /// <param name="record">The record.</param>
    /// <param name="trial">Receives the values.</param>
    /// <param name="isFollowed">Whether the trial's study is followed; what the trials of others recorded is of no interest.</param>
    public void Read(in JournalRecord record, JournalTrialTemplate trial, bool isFollowed)
    {
        if (record.HasValue(JournalKey.Value) && record.HasValue(JournalKey.Values))
        {
            throw new JournalFormatException("The record has both a \"value\" and \"values\".");
        }

        trial.Clear();
        trial.State = record.Has(JournalKey.State) ? ReadState(in record) : TrialState.Running;
        trial.Values = record.HasValue(JournalKey.Value) ? [record.ReadDouble(JournalKey.Value)] : ReadValues(in record) ?? [];
        record.Read(JournalKey.DatetimeStart);
        trial.Started = record.HasValue(JournalKey.DatetimeStart) ? ReadTime(in record, JournalKey.DatetimeStart) : null;
        trial.Finished = record.Has(JournalKey.DatetimeComplete) ? ReadTime(in record, JournalKey.DatetimeComplete) : null;
        ReadParameters(in record, trial);
        ReadIntermediateValues(in record, trial);
        if (record.Has(JournalKey.UserAttributes))
        {
            JournalTokenizer reader = record.Read(JournalKey.UserAttributes);
            reader.EnterObject();
            while (isFollowed && !replay.Records.IsNone && reader.NextMember(out JournalString name))
            {
                ReadOnlySpan<byte> json = reader.ReadRaw();
                if (replay.Records.Contains(interner.Name(name)))
                {
                    trial.UserAttributes.Add(new(interner.Name(name), Encoding.UTF8.GetString(json)));
                }
            }
        }

        if (record.Has(JournalKey.SystemAttributes))
        {
            JournalTokenizer reader = record.Read(JournalKey.SystemAttributes);
            reader.EnterObject();
            while (reader.NextMember(out JournalString name))
            {
                string attribute = interner.Name(name);
                ReadOnlySpan<byte> json = reader.ReadRaw();
                if (JournalAttributeNames.IsKnown(attribute))
                {
                    trial.SystemAttributes.Add(new(attribute, Encoding.UTF8.GetString(json)));
                }
            }
        }
    }

    public DateTime ReadTime(in JournalRecord record, JournalKey key)
    {
        DateTime time = JournalTime.ToUtc(record.ReadString(key).Raw, out JournalTimeStyle style, OffsetOf(in record, key), replay.Zone);
        replay.TimeStyle = style;
        return time;
    }

    private TimeSpan? OffsetOf(in JournalRecord record, JournalKey key)
    {
        if (record.Has(JournalKey.UtcOffset))
        {
            (TimeSpan start, TimeSpan end) = JournalOffsets.Read(in record);
            return key == JournalKey.DatetimeStart ? start : end;
        }

        return replay.Offsets.IsEmpty || !record.Has(JournalKey.WorkerId)
            ? null
            : replay.Offsets.Find(interner.Name(record.ReadString(JournalKey.WorkerId)));
    }

    /// <summary>The only system attribute of a record; the value is empty where the attribute says nothing to HyperTune.</summary>
    public (string Name, string Json) ReadAttribute(in JournalRecord record)
    {
        string name = ReadAttribute(in record, JournalKey.SystemAttribute, out ReadOnlySpan<byte> json);
        return (name, JournalAttributeNames.IsKnown(name) ? Encoding.UTF8.GetString(json) : "");
    }

    /// <summary>The only attribute of a record, and its value as it stands in the file.</summary>
    public string ReadAttribute(in JournalRecord record, JournalKey key, out ReadOnlySpan<byte> json)
    {
        JournalTokenizer reader = record.Read(key);
        reader.EnterObject();
        if (reader.NextMember(out JournalString encoded))
        {
            string name = interner.Name(encoded);
            json = reader.ReadRaw();
            if (!reader.NextMember(out _))
            {
                return name;
            }
        }

        throw new JournalFormatException($"\"{JournalKeys.NameOf(key)}\" must have exactly one entry.");
    }

    public static double[]? ReadValues(in JournalRecord record)
    {
        if (!record.HasValue(JournalKey.Values))
        {
            return null;
        }

        var values = new List<double>(1);
        JournalTokenizer reader = record.Read(JournalKey.Values);
        reader.EnterArray();
        while (reader.NextElement())
        {
            values.Add(reader.ReadDouble());
        }

        return [.. values];
    }

    public static double ReadNumberOrNull(ref JournalTokenizer reader)
    {
        if (reader.Peek() != JournalTokenKind.Null)
        {
            return reader.ReadDouble();
        }

        reader.ReadRaw();
        return double.NaN;
    }

    public static TrialState ReadState(in JournalRecord record)
    {
        long state = record.ReadInteger(JournalKey.State);
        return state is >= 0 and <= 4
            ? (TrialState)state
            : throw new JournalFormatException($"{state} is no state of a trial: 0 runs, 1 completed, 2 pruned, 3 failed, 4 waits.");
    }

    /// <summary>Checks a parameter. Optuna looks a choice up on reading and fails where there is none.</summary>
    /// <exception cref="JournalFormatException">There is no choice of that index.</exception>
    public static void Check(in JournalParameter parameter)
    {
        if (parameter.Distribution is JournalCategoricalDistribution categorical
            && !(parameter.Value >= 0 && parameter.Value < categorical.Choices.Length))
        {
            throw new JournalFormatException(
                $"The parameter \"{JournalLimits.Excerpt(parameter.Name)}\" has the index {NumberFormat.Invariant(parameter.Value)}, and "
                + $"{categorical.Choices.Length} choices.");
        }
    }

    private void ReadParameters(in JournalRecord record, JournalTrialTemplate trial)
    {
        if (!record.Has(JournalKey.Parameters))
        {
            return;
        }

        JournalTrialDistributions distributions = record.TrialDistributions ?? ReadDistributions(in record);
        JournalTokenizer reader = record.Read(JournalKey.Parameters);
        reader.EnterObject();
        for (int place = 0; reader.NextMember(out JournalString encoded); place++)
        {
            double value = reader.ReadDouble();
            (string name, JournalDistribution distribution) = distributions.Find(place, encoded, interner);
            var parameter = new JournalParameter(name, value, distribution);
            Check(in parameter);
            trial.Set(in parameter);
        }
    }

    private JournalTrialDistributions ReadDistributions(in JournalRecord record)
    {
        var distributions = new JournalTrialDistributions();
        JournalTokenizer reader = record.Read(JournalKey.Distributions);
        reader.EnterObject();
        while (reader.NextMember(out JournalString name))
        {
            distributions.Set(interner.Name(name), interner.Distribution(reader.ReadString()));
            if (distributions.Count > JournalLimits.MaximumParameters)
            {
                throw new JournalFormatException($"The trial has more than {JournalLimits.MaximumParameters} parameters.");
            }
        }

        Repeats.OfTrials.Add(record.Raw(JournalKey.Distributions), distributions);
        return distributions;
    }

    /// <summary>Reads the distribution of the record's only parameter.</summary>
    public JournalDistribution ReadDistribution(in JournalRecord record)
    {
        if (record.ParameterDistribution is { } known)
        {
            return known;
        }

        JournalDistribution distribution = interner.Distribution(record.ReadString(JournalKey.Distribution));
        Repeats.OfParameters.Add(record.Raw(JournalKey.Distribution), distribution);
        return distribution;
    }

    private static void ReadIntermediateValues(in JournalRecord record, JournalTrialTemplate trial)
    {
        if (!record.Has(JournalKey.IntermediateValues))
        {
            return;
        }

        JournalTokenizer reader = record.Read(JournalKey.IntermediateValues);
        reader.EnterObject();
        while (reader.NextMember(out JournalString name))
        {
            var step = new JournalTokenizer(name.Raw);
            long number = step.ReadInteger();
            step.ExpectEnd();
            trial.IntermediateValues.Add((number, ReadNumberOrNull(ref reader)));
        }
    }
}
