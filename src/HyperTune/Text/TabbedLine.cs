using System.Collections.Generic;
using System.Text;

namespace HyperTune.Text;

/// <summary>Texts on one line, apart by tabs. Compiled into the runtime and into the generator, so that one reads what the other writes.</summary>
internal static class TabbedLine
{
    /// <summary>The line of some texts; tabs, line breaks and backslashes in them are written as <c>\t</c>, <c>\n</c>, <c>\r</c> and <c>\\</c>.</summary>
    public static string Of(params string[] texts)
    {
        var line = new StringBuilder();
        for (int i = 0; i < texts.Length; i++)
        {
            line.Append(i == 0 ? "" : "\t");
            foreach (char c in texts[i])
            {
                _ = c switch
                {
                    '\\' => line.Append(@"\\"),
                    '\t' => line.Append(@"\t"),
                    '\n' => line.Append(@"\n"),
                    '\r' => line.Append(@"\r"),
                    _ => line.Append(c),
                };
            }
        }

        return line.ToString();
    }

    /// <summary>The texts of a line; <see langword="null"/> where a backslash means nothing, so that nothing of ours has written it.</summary>
    public static string[]? Read(string line)
    {
        var texts = new List<string>();
        var text = new StringBuilder();
        for (int i = 0; i < line.Length; i++)
        {
            if (line[i] == '\t')
            {
                texts.Add(text.ToString());
                text.Clear();
            }
            else if (line[i] != '\\')
            {
                text.Append(line[i]);
            }
            else if (i + 1 < line.Length && Meaning(line[i + 1]) is var meaning and not '\0')
            {
                text.Append(meaning);
                i++;
            }
            else
            {
                return null;
            }
        }

        texts.Add(text.ToString());
        return [.. texts];
    }

    private static char Meaning(char escaped) => escaped switch { '\\' => '\\', 't' => '\t', 'n' => '\n', 'r' => '\r', _ => '\0' };
}
