using System.Text.Json;
using HyperTune.Text;

namespace HyperTune.Studies.Restored;

/// <summary>Makes a vector of named values that somebody filled in.</summary>
internal static class VectorForm
{
    /// <summary>Reads the values of the parameters that exist with each other.</summary>
    /// <param name="space">The space, with its conditions.</param>
    /// <param name="values">Numbers, and of listed values their texts, by the names of parameters.</param>
    /// <returns>The vector, and what is wrong with the values: nothing may be missing, unknown, or beyond what the space allows.</returns>
    public static (double[] Vector, IReadOnlyList<ValidationError> Errors) Read(SearchSpace space, JsonElement values)
    {
        var errors = new List<ValidationError>();
        var vector = new double[space.DimensionCount];
        var known = new HashSet<string>(StringComparer.Ordinal);
        foreach (Parameter parameter in space.Parameters)
        {
            known.Add(parameter.Name);
            vector[parameter.Index] = double.NaN;
            if (!parameter.IsActive(vector))
            {
                if (values.TryGetProperty(parameter.Name, out _))
                {
                    errors.Add(new ValidationError(parameter.Name, $"There is no such value here: it exists when {parameter.Condition}."));
                }
            }
            else if (!values.TryGetProperty(parameter.Name, out JsonElement value))
            {
                errors.Add(new ValidationError(parameter.Name, $"A value is missing. Allowed: {parameter.Allowed}."));
            }
            else if (Value(parameter, value) is { } number && parameter.Distribution.Contains(number))
            {
                vector[parameter.Index] = number;
            }
            else
            {
                errors.Add(new ValidationError(parameter.Name, $"{Printable.Of(value.ToString())} is not allowed. Allowed: {parameter.Allowed}."));
            }
        }

        foreach (JsonProperty member in values.EnumerateObject().Where(member => !known.Contains(member.Name)))
        {
            errors.Add(new ValidationError(member.Name, "The space has no such parameter."));
        }

        return (vector, errors);
    }

    private static double? Value(Parameter parameter, JsonElement value)
    {
        if (parameter.Distribution.Labels.IsEmpty)
        {
            return value.ValueKind == JsonValueKind.Number ? parameter.Distribution.Recognize(value.GetDouble()) : null;
        }

        // A list of numbers may be answered with numbers.
        int place = parameter.Distribution.Labels.IndexOf(value.ValueKind == JsonValueKind.String ? value.GetString()! : value.GetRawText());
        return place < 0 ? null : place;
    }
}
