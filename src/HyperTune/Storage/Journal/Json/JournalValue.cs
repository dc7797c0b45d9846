namespace HyperTune.Storage.Journal.Json;

/// <summary>Reads past values of any kind.</summary>
internal static class JournalValue
{
    public static void Skip(ref JournalTokenizer reader, int depth)
    {
        if (depth > JournalLimits.MaximumDepth)
        {
            throw reader.Expected($"at most {JournalLimits.MaximumDepth} nested values");
        }

        switch (reader.Peek())
        {
            case JournalTokenKind.Object:
                reader.EnterObject();
                while (reader.NextMember(out _))
                {
                    Skip(ref reader, depth + 1);
                }

                break;
            case JournalTokenKind.Array:
                reader.EnterArray();
                while (reader.NextElement())
                {
                    Skip(ref reader, depth + 1);
                }

                break;
            case JournalTokenKind.String:
                reader.ReadString();
                break;
            case JournalTokenKind.True:
                Literal(ref reader, "true"u8);
                break;
            case JournalTokenKind.False:
                Literal(ref reader, "false"u8);
                break;
            case JournalTokenKind.Null:
                Literal(ref reader, "null"u8);
                break;
            default:
                reader.SkipNumber();
                break;
        }
    }

    private static void Literal(ref JournalTokenizer reader, ReadOnlySpan<byte> literal)
    {
        if (!reader.TryLiteral(literal))
        {
            throw reader.Expected("a value");
        }
    }
}
