using System.Globalization;
using HyperTune.Storage.Journal.Json;

namespace HyperTune.Storage.Journal.Distributions;

/// <summary>A parameter's distribution as Optuna's journal format knows it.</summary>
/// <param name="className">
/// Optuna's class name. Two distributions of one parameter must have the same one, also where an old class means the same as a newer one.
/// </param>
internal abstract class JournalDistribution(string className)
{
    public string ClassName { get; } = className;

    /// <summary>The distribution in the long form that every version of Optuna reads; written into the journal as a JSON string.</summary>
    public string Json
    {
        get => field ??= JournalJsonWriter.ToText(Write);
        private set;
    }

    /// <summary>The distribution of a text, which goes on being written as it stands.</summary>
    /// <exception cref="JournalFormatException">The text is no distribution that Optuna could read.</exception>
    public static JournalDistribution Verbatim(string json)
    {
        JournalDistribution distribution = JournalDistributionReader.Read(json);
        distribution.Json = json;
        return distribution;
    }

    /// <summary>Whether a trial may use this distribution for a parameter for which an earlier trial of the study used <paramref name="earlier"/>.</summary>
    public virtual bool IsCompatibleWith(JournalDistribution earlier) => ClassName == earlier.ClassName;

    /// <summary>A parameter of another distribution with the same value in this one; <see langword="null"/> when this one has no such value.</summary>
    public abstract JournalParameter? Express(JournalParameter parameter);

    /// <summary>The value behind an internal value, for instance the choice at an index, as a JSON value.</summary>
    public abstract void WriteExternal(JournalJsonWriter writer, double internalValue);

    /// <summary>The value behind an internal value as plain text.</summary>
    public abstract string Format(double internalValue);

    public override string ToString() => Json;

    /// <summary>The number that the parameter says, be it as a number or as a choice.</summary>
    protected static double? NumberOf(JournalParameter parameter)
        => double.TryParse(parameter.Distribution.Format(parameter.Value), NumberStyles.Float, CultureInfo.InvariantCulture, out double number) ? number : null;

    protected abstract void WriteAttributes(JournalJsonWriter writer);

    private void Write(JournalJsonWriter writer)
    {
        writer.BeginObject();
        writer.Name("name");
        writer.String(ClassName);
        writer.Name("attributes");
        writer.BeginObject();
        WriteAttributes(writer);
        writer.EndObject();
        writer.EndObject();
    }
}
