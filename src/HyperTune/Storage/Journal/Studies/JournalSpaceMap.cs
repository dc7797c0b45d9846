using System.Collections.Immutable;
using System.Globalization;
using System.Text;

namespace HyperTune;

/// <summary>Turns vectors of a search space into a stored trial's parameters and back, also those that another space or Optuna wrote.</summary>
internal sealed class JournalSpaceMap
{
    private readonly SearchSpace _space;
    private readonly ImmutableArray<JournalDistribution> _distributions;
    private readonly Dictionary<string, Parameter> _parameters;

    public JournalSpaceMap(SearchSpace space)
    {
        _space = space;
        _distributions = [.. space.Parameters.Select(JournalDistributions.Of)];
        _parameters = space.Parameters.ToDictionary(static parameter => parameter.Name, StringComparer.Ordinal);
    }

    /// <summary>The active parameters of a vector.</summary>
    public ImmutableArray<JournalParameter> ToParameters(ReadOnlySpan<double> vector)
    {
        var parameters = ImmutableArray.CreateBuilder<JournalParameter>(vector.Length);
        foreach (Parameter parameter in _space.Parameters)
        {
            if (!double.IsNaN(vector[parameter.Index]))
            {
                parameters.Add(new JournalParameter(parameter.Name, vector[parameter.Index], _distributions[parameter.Index]));
            }
        }

        return parameters.DrainToImmutable();
    }

    /// <summary>The vector behind a stored trial's parameters; unknown ones are dropped.</summary>
    /// <param name="trial">The stored trial.</param>
    /// <param name="vector">Receives the vector; missing parameters of a finished trial get their default, those of another one are not a number.</param>
    /// <returns>How well the trial fits the space.</returns>
    public JournalFit ToVector(JournalTrial trial, Span<double> vector)
    {
        vector.Fill(double.NaN);
        bool isKnown = true;
        for (int i = 0; i < trial.Layout.Entries.Length; i++)
        {
            (string name, JournalDistribution distribution) = trial.Layout.Entries[i];
            if (_parameters.TryGetValue(name, out Parameter? parameter))
            {
                double value = Translate(parameter, distribution, trial.ParameterValues[i]);
                isKnown &= !double.IsNaN(value);
                vector[parameter.Index] = value;
            }
        }

        if (trial.State == TrialState.Waiting || trial.State == TrialState.Running)
        {
            isKnown &= ReadFixedValues(trial, vector);
        }

        bool isComplete = IsComplete(vector);
        if (trial.IsFinished)
        {
            _space.Normalize(vector);
        }

        return new JournalFit(isComplete, isKnown, isKnown && _space.Contains(vector));
    }

    /// <summary>Moves each value of a vector to the nearest one that its parameter allows.</summary>
    public void MoveInside(Span<double> vector)
    {
        foreach (Parameter parameter in _space.Parameters)
        {
            ref double value = ref vector[parameter.Index];
            if (!double.IsNaN(value) && !parameter.Distribution.Contains(value))
            {
                value = parameter.Distribution.FromUnit(parameter.Distribution.ToUnit(value));
            }
        }

        _space.Normalize(vector);
    }

    /// <summary>Reads the values that whoever enqueued the trial in Optuna wants; it keeps them apart until a worker takes the trial up.</summary>
    private bool ReadFixedValues(JournalTrial trial, Span<double> vector)
    {
        if (trial.SystemAttributes?.TryGet(JournalAttributeNames.FixedParameters, out string? json) != true)
        {
            return true;
        }

        bool isKnown = true;
        var reader = new JournalTokenizer(Encoding.UTF8.GetBytes(json!));
        reader.EnterObject();
        while (reader.NextMember(out JournalString name))
        {
            JournalChoice value = JournalChoice.Read(ref reader);
            if (_parameters.TryGetValue(name.Decode(), out Parameter? parameter) && double.IsNaN(vector[parameter.Index]))
            {
                vector[parameter.Index] = FromText(parameter, value.ToString());
                isKnown &= !double.IsNaN(vector[parameter.Index]);
            }
        }

        return isKnown;
    }

    private bool IsComplete(ReadOnlySpan<double> vector)
    {
        foreach (Parameter parameter in _space.Parameters)
        {
            if (double.IsNaN(vector[parameter.Index]) && parameter.IsActive(vector))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>The vector value of a stored value; not a number when the parameter has no such value.</summary>
    private double Translate(Parameter parameter, JournalDistribution stored, double value)
    {
        // An index counts in the stored list, which may have another order.
        bool isSame = parameter.Distribution is ListDistribution
            ? stored.Json == _distributions[parameter.Index].Json
            : stored is not JournalCategoricalDistribution;
        return isSame ? value : FromText(parameter, stored.Format(value));
    }

    private static double FromText(Parameter parameter, string text)
    {
        if (parameter.Distribution is ListDistribution list)
        {
            return IndexOf(list.Labels, text);
        }

        return double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double number) ? number : double.NaN;
    }

    private static double IndexOf(ImmutableArray<string> labels, string label)
    {
        int index = labels.IndexOf(label);
        if (index < 0)
        {
            // Python writes True, C# "True" or "true", and whoever listed numbers wrote 1 or 1.0.
            index = labels.IndexOf(label, 0, labels.Length, StringComparer.OrdinalIgnoreCase);
        }

        return index < 0 ? double.NaN : index;
    }
}
