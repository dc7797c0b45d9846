namespace HyperTune.Samples.Tests;

public class DigitFileTests
{
    private static readonly string Blank = string.Concat(Enumerable.Repeat("0,", DigitSet.PictureSize));

    [Fact]
    public void LoadEmbedded_holdsTheWholeDataSet()
    {
        DigitSet digits = DigitFile.LoadEmbedded();

        Assert.Equal(1797, digits.Count);
        Assert.Equal((DigitSet.PictureSize, 1797), (digits.Pictures.RowCount, digits.Pictures.ColumnCount));
        Assert.Equal(
            [178, 182, 177, 183, 181, 182, 181, 179, 174, 180],
            digits.Labels.CountBy(static label => label).OrderBy(static count => count.Key).Select(static count => count.Value));
        Assert.Equal((0.0, 1.0), (digits.Pictures.Enumerate().Min(), digits.Pictures.Enumerate().Max()));
        Assert.Equal([0, 0, 5 / 16.0, 13 / 16.0, 9 / 16.0, 1 / 16.0, 0, 0], digits.Pictures.Column(0).Take(8));
    }

    [Theory]
    [InlineData("1,2,3", "Line 2 has 3 values; a digit has 64 values of ink and its label.")]
    [InlineData("", "Line 2 has 1 values; a digit has 64 values of ink and its label.")]
    [InlineData("BLANK10", "Line 2 has '10' where an integer from 0 to 9 belongs.")]
    [InlineData("BLANK-1", "Line 2 has '-1' where an integer from 0 to 9 belongs.")]
    [InlineData("17BLANK", "Line 2 has '170' where an integer from 0 to 16 belongs.")]
    [InlineData("xBLANK1", "Line 2 has 'x0' where an integer from 0 to 16 belongs.")]
    public void Read_lineThatIsNoDigit_namesTheLineAndTheValue(string line, string message)
    {
        using var reader = new StringReader($"{Blank}7\n{line.Replace("BLANK", Blank, StringComparison.Ordinal)}\n");

        FormatException exception = Assert.Throws<FormatException>(() => DigitFile.Read(reader));

        Assert.Equal(message, exception.Message);
    }

    [Fact]
    public void Read_emptyFile_saysSo()
    {
        using var reader = new StringReader("");

        Assert.Equal("The file holds no digit.", Assert.Throws<FormatException>(() => DigitFile.Read(reader)).Message);
    }
}
