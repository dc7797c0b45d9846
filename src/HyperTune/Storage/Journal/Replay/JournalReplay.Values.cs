namespace HyperTune;

internal sealed partial class JournalReplay
{
    private readonly Dictionary<string, JournalDistribution> _templateDistributions = new(StringComparer.Ordinal);

    private void ReadTemplate(in JournalRecord record, JournalTrial trial)
    {
        if (record.HasValue(JournalKey.Value) && record.HasValue(JournalKey.Values))
        {
            throw new JournalFormatException("The record has both a \"value\" and \"values\".");
        }

        trial.Values = record.HasValue(JournalKey.Value) ? [record.ReadDouble(JournalKey.Value)] : ReadValues(in record) ?? [];
        record.Read(JournalKey.DatetimeStart);
        trial.Started = record.HasValue(JournalKey.DatetimeStart) ? ReadTime(in record, JournalKey.DatetimeStart) : null;
        trial.Finished = record.Has(JournalKey.DatetimeComplete) ? ReadTime(in record, JournalKey.DatetimeComplete) : null;
        ReadTemplateParameters(in record, trial);
        ReadIntermediateValues(in record, trial);
        if (record.Has(JournalKey.UserAttributes))
        {
            JournalTokenizer reader = record.Read(JournalKey.UserAttributes);
            reader.EnterObject();
            while (reader.NextMember(out JournalString name))
            {
                trial.SetUserAttribute(_interner.Name(name), _interner.Json(reader.ReadRaw()));
            }
        }

        if (record.Has(JournalKey.SystemAttributes))
        {
            JournalTokenizer reader = record.Read(JournalKey.SystemAttributes);
            reader.EnterObject();
            while (reader.NextMember(out JournalString name))
            {
                trial.SetSystemAttribute(_interner.Name(name), _interner.Json(reader.ReadRaw()));
            }
        }
    }

    private void ReadTemplateParameters(in JournalRecord record, JournalTrial trial)
    {
        if (!record.Has(JournalKey.Parameters))
        {
            return;
        }

        Dictionary<string, JournalDistribution> distributions = _templateDistributions;
        distributions.Clear();
        JournalTokenizer reader = record.Read(JournalKey.Distributions);
        reader.EnterObject();
        while (reader.NextMember(out JournalString name))
        {
            distributions[_interner.Name(name)] = _interner.Distribution(reader.ReadString());
        }

        reader = record.Read(JournalKey.Parameters);
        reader.EnterObject();
        while (reader.NextMember(out JournalString encoded))
        {
            string name = _interner.Name(encoded);
            double value = reader.ReadDouble();
            if (!distributions.TryGetValue(name, out JournalDistribution? distribution))
            {
                throw new JournalFormatException($"The parameter \"{name}\" has a value and no distribution.");
            }

            CheckIndex(name, value, distribution);
            trial.SetParameter(name, value, distribution);
        }
    }

    private static void ReadIntermediateValues(in JournalRecord record, JournalTrial trial)
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
            trial.SetIntermediateValue(step.ReadInteger(), ReadNumberOrNull(ref reader));
        }
    }

    private static double[]? ReadValues(in JournalRecord record)
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

    private static double ReadNumberOrNull(ref JournalTokenizer reader)
    {
        if (reader.Peek() != JournalTokenKind.Null)
        {
            return reader.ReadDouble();
        }

        reader.ReadRaw();
        return double.NaN;
    }

    private static TrialState ReadState(in JournalRecord record)
    {
        long state = record.ReadInteger(JournalKey.State);
        return state is >= 0 and <= 4
            ? (TrialState)state
            : throw new JournalFormatException($"{state} is no state of a trial: 0 runs, 1 completed, 2 pruned, 3 failed, 4 waits.");
    }

    private DateTime ReadTime(in JournalRecord record, JournalKey key)
    {
        DateTime time = JournalTime.ToUtc(record.ReadString(key).Raw, out JournalTimeStyle style);
        TimeStyle = style;
        return time;
    }

    private (string Name, string Json) ReadSingleAttribute(in JournalRecord record, JournalKey key)
    {
        JournalTokenizer reader = record.Read(key);
        reader.EnterObject();
        if (reader.NextMember(out JournalString encoded))
        {
            string name = _interner.Name(encoded);
            string json = _interner.Json(reader.ReadRaw());
            if (!reader.NextMember(out _))
            {
                return (name, json);
            }
        }

        throw new JournalFormatException($"\"{JournalKeys.NameOf(key)}\" must have exactly one entry.");
    }

    // Optuna looks a choice up on reading and fails where there is none.
    private static void CheckIndex(string name, double value, JournalDistribution distribution)
    {
        if (distribution is JournalCategoricalDistribution categorical && !(value >= 0 && value < categorical.Choices.Length))
        {
            throw new JournalFormatException(
                $"The parameter \"{name}\" has the index {NumberFormat.Invariant(value)}, and {categorical.Choices.Length} choices.");
        }
    }
}
