using System.Globalization;
using System.IO.Compression;
using MathNet.Numerics.LinearAlgebra;

namespace Digits;

/// <summary>Reads digits in the format that README.md in this folder describes.</summary>
internal static class DigitFile
{
    private const string ResourceName = "optdigits.csv.gz";
    private const int MaximumInk = 16;

    /// <summary>The 1,797 digits that are embedded in this program.</summary>
    public static DigitSet LoadEmbedded()
    {
        using Stream file = typeof(DigitFile).Assembly.GetManifestResourceStream(ResourceName)
            ?? throw new InvalidOperationException($"The resource '{ResourceName}' is missing from this build.");
        using var text = new StreamReader(new GZipStream(file, CompressionMode.Decompress));
        return Read(text);
    }

    /// <summary>Reads digits from uncompressed text.</summary>
    /// <param name="reader">The text, one digit a line.</param>
    /// <exception cref="FormatException">A line is no digit, or there is none; the message names the line.</exception>
    public static DigitSet Read(TextReader reader)
    {
        var pictures = new List<double[]>();
        var labels = new List<int>();
        while (reader.ReadLine() is { } line)
        {
            string[] fields = line.Split(',');
            int lineNumber = labels.Count + 1;
            if (fields.Length != DigitSet.PictureSize + 1)
            {
                throw new FormatException(
                    $"Line {lineNumber} has {fields.Length} values; a digit has {DigitSet.PictureSize} values of ink and its label.");
            }

            pictures.Add([.. fields.Take(DigitSet.PictureSize).Select(field => ParseInteger(field, MaximumInk, lineNumber) / (double)MaximumInk)]);
            labels.Add(ParseInteger(fields[^1], DigitSet.ClassCount - 1, lineNumber));
        }

        return labels.Count > 0
            ? new DigitSet(Matrix<double>.Build.DenseOfColumnArrays(pictures), [.. labels])
            : throw new FormatException("The file holds no digit.");
    }

    private static int ParseInteger(string text, int maximum, int lineNumber)
        => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int value) && value <= maximum
            ? value
            : throw new FormatException($"Line {lineNumber} has '{text}' where an integer from 0 to {maximum} belongs.");
}
