using System.Text;
using FsCheck;
using FsCheck.Fluent;

namespace HyperTune.Tests;

public sealed class JournalJsonWriterTests
{
    [Theory]
    [InlineData(1, "1.0")]
    [InlineData(-0.0, "-0.0")]
    [InlineData(0.1, "0.1")]
    [InlineData(1e16, "10000000000000000.0")]
    [InlineData(123456789012345680, "1.2345678901234568E+17")]
    [InlineData(double.NaN, "NaN")]
    [InlineData(double.PositiveInfinity, "Infinity")]
    [InlineData(double.NegativeInfinity, "-Infinity")]
    public void Float_is_never_taken_for_an_integer(double value, string expected)
        => Assert.Equal(expected, JournalJsonWriter.ToText(writer => writer.Float(value)));

    [Fact]
    public void String_beyond_ASCII_is_escaped()
        => Assert.Equal("\"\\u00e9\\ud83d\\ude00\\ud800\\u0000\\u007f\\n\\\"\\\\/\"", JournalJsonWriter.ToText(writer => writer.String("é😀\ud800\0\x7f\n\"\\/")));

    [Fact]
    public void Containers_are_separated_by_commas()
    {
        string json = JournalJsonWriter.ToText(writer =>
        {
            writer.BeginObject();
            writer.Name("a");
            writer.BeginArray();
            writer.Integer(1);
            writer.BeginObject();
            writer.EndObject();
            writer.Boolean(true);
            writer.Null();
            writer.Raw("{\"x\":NaN}");
            writer.EndArray();
            writer.Name("b");
            writer.BeginArray();
            writer.EndArray();
            writer.EndObject();
        });
        Assert.Equal("{\"a\":[1,{},true,null,{\"x\":NaN}],\"b\":[]}", json);
    }

    [Fact]
    public void Any_text_reads_back_as_it_was()
        => Prop.ForAll<string>(static text =>
        {
            string value = text ?? "";
            var reader = new JournalTokenizer(Encoding.UTF8.GetBytes(JournalJsonWriter.ToText(writer => writer.String(value))));
            return reader.ReadString().Decode() == value;
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Any_number_reads_back_to_the_last_bit()
        => Prop.ForAll(ArbMap.Default.ArbFor<long>(), static bits =>
        {
            double value = BitConverter.Int64BitsToDouble(bits);
            var reader = new JournalTokenizer(Encoding.UTF8.GetBytes(JournalJsonWriter.ToText(writer => writer.Float(value))));
            double read = reader.ReadDouble(out bool isInteger);
            return !isInteger && (double.IsNaN(value) ? double.IsNaN(read) : BitConverter.DoubleToInt64Bits(read) == bits);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Any_integer_reads_back()
        => Prop.ForAll<long>(static value
            => new JournalTokenizer(Encoding.UTF8.GetBytes(JournalJsonWriter.ToText(writer => writer.Integer(value)))).ReadInteger() == value)
            .QuickCheckThrowOnFailure();
}
