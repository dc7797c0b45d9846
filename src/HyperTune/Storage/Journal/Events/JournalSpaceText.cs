using System.Collections.Immutable;
using System.Text;
using HyperTune.Spaces.Comparison;
using HyperTune.Storage.Journal.Json;

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
            writer.EndObject();
        }

        writer.EndArray();
        writer.EndObject();
    });

    /// <exception cref="FormatException">The text was not written by this version.</exception>
    public static SpaceOutline Parse(string json)
    {
        string fingerprint = "";
        var parameters = ImmutableArray.CreateBuilder<ParameterOutline>();
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
                        parameters.Add(ReadParameter(ref reader));
                    }

                    break;
                default:
                    reader.ReadRaw();
                    break;
            }
        }

        return new SpaceOutline(fingerprint, parameters.ToImmutable());
    }

    private static ParameterOutline ReadParameter(ref JournalTokenizer reader)
    {
        string name = "";
        string distribution = "";
        string condition = "";
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
                default:
                    reader.ReadRaw();
                    break;
            }
        }

        return new ParameterOutline(name, DistributionText.Parse(distribution), condition);
    }

    private static void Member(JournalJsonWriter writer, string name, string value)
    {
        writer.Name(name);
        writer.String(value);
    }
}
