using System.Text;
using HyperTune.Spaces.Comparison;
using HyperTune.Storage.Journal.Json;
using HyperTune.Storage.Payloads;

namespace HyperTune.Storage.Journal.Events;

/// <summary>A search space as an attribute of its study.</summary>
internal static class JournalSpaceText
{
    public static string ToJson(SpaceOutline space) => JournalJsonWriter.ToText(writer =>
    {
        writer.BeginObject();
        Member(writer, "fingerprint", space.Fingerprint);
        writer.Name("parameters");
        writer.BeginArray();
        foreach (ParameterOutline parameter in space.Parameters)
        {
            writer.BeginObject();
            Member(writer, "name", parameter.Name);
            Member(writer, "distribution", parameter.Distribution.Canonical);
            Member(writer, "condition", parameter.Condition);
            if (parameter.Default is { } value)
            {
                writer.Name("default");
                writer.Float(value);
            }

            writer.EndObject();
        }

        writer.EndArray();
        if (space.HasConstraints is { } hasConstraints)
        {
            writer.Name("constraints");
            writer.Boolean(hasConstraints);
        }

        writer.EndObject();
    });

    /// <exception cref="JournalFormatException">The text was not written by this version, or it makes no sense.</exception>
    public static SpaceOutline Parse(string json)
    {
        string fingerprint = "";
        bool? hasConstraints = null;
        var parameters = new OutlineParameters();
        var reader = new JournalTokenizer(Encoding.UTF8.GetBytes(json));
        reader.EnterObject();
        while (reader.NextMember(out JournalString name))
        {
            switch (name.Decode())
            {
                case "fingerprint":
                    fingerprint = reader.ReadString().Decode();
                    break;
                case "parameters":
                    reader.EnterArray();
                    while (reader.NextElement())
                    {
                        ReadParameter(ref reader, parameters);
                    }

                    break;
                case "constraints" when reader.Peek() is JournalTokenKind.True or JournalTokenKind.False:
                    hasConstraints = reader.ReadRaw()[0] == 't';
                    break;
                default:
                    reader.ReadRaw();
                    break;
            }
        }

        return new SpaceOutline(fingerprint, parameters.ToImmutable()) { HasConstraints = hasConstraints };
    }

    private static void ReadParameter(ref JournalTokenizer reader, OutlineParameters parameters)
    {
        string name = "";
        string distribution = "";
        string condition = "";
        double? defaultValue = null;
        reader.EnterObject();
        while (reader.NextMember(out JournalString member))
        {
            switch (member.Decode())
            {
                case "name":
                    name = reader.ReadString().Decode();
                    break;
                case "distribution":
                    distribution = reader.ReadString().Decode();
                    break;
                case "condition":
                    condition = reader.ReadString().Decode();
                    break;
                case "default" when reader.Peek() == JournalTokenKind.Number:
                    defaultValue = reader.ReadDouble();
                    break;
                default:
                    reader.ReadRaw();
                    break;
            }
        }

        try
        {
            parameters.Add(name, distribution, condition, defaultValue);
        }
        catch (InvalidDataException exception)
        {
            throw new JournalFormatException(
                $"The search space cannot be read. {exception.Message} A newer version of HyperTune has probably written it; use that one.");
        }
    }

    private static void Member(JournalJsonWriter writer, string name, string value)
    {
        writer.Name(name);
        writer.String(value);
    }
}
