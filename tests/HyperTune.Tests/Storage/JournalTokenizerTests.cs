using System.Text;

namespace HyperTune.Tests;

public sealed class JournalTokenizerTests
{
    [Theory]
    [InlineData("NaN", double.NaN)]
    [InlineData("Infinity", double.PositiveInfinity)]
    [InlineData("-Infinity", double.NegativeInfinity)]
    [InlineData("1e999", double.PositiveInfinity)]
    [InlineData("-0.0", -0.0)]
    [InlineData("5e-324", double.Epsilon)]
    [InlineData(" 1E+16 ", 1e16)]
    public void ReadDouble_number_of_Python_is_read(string json, double expected)
    {
        var reader = new JournalTokenizer(Encoding.UTF8.GetBytes(json));
        double value = reader.ReadDouble(out bool isInteger);
        reader.ExpectEnd();
        Assert.Equal(BitConverter.DoubleToInt64Bits(expected), BitConverter.DoubleToInt64Bits(value));
        Assert.False(isInteger);
    }

    [Theory]
    [InlineData("3", 3)]
    [InlineData("-12", -12)]
    [InlineData("9223372036854775807", long.MaxValue)]
    public void ReadDouble_number_without_point_is_an_integer(string json, long expected)
    {
        var reader = new JournalTokenizer(Encoding.UTF8.GetBytes(json));
        Assert.Equal(expected, reader.ReadInteger());
        reader = new JournalTokenizer(Encoding.UTF8.GetBytes(json));
        reader.ReadDouble(out bool isInteger);
        Assert.True(isInteger);
    }

    [Theory]
    [InlineData("1.0")]
    [InlineData("1e3")]
    [InlineData("9223372036854775808")]
    [InlineData("NaN")]
    [InlineData("\"1\"")]
    public void ReadInteger_other_value_is_refused(string json)
        => Assert.Throws<JournalFormatException>(() => new JournalTokenizer(Encoding.UTF8.GetBytes(json)).ReadInteger());

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("{\"a\"}")]
    [InlineData("{\"a\":}")]
    [InlineData("{\"a\":1,}")]
    [InlineData("{a:1}")]
    [InlineData("{,}")]
    [InlineData("[1,]")]
    [InlineData("[1 2]")]
    [InlineData("[1}")]
    [InlineData("01")]
    [InlineData("-")]
    [InlineData("+1")]
    [InlineData("1.")]
    [InlineData(".5")]
    [InlineData("1e")]
    [InlineData("-NaN")]
    [InlineData("nan")]
    [InlineData("tru")]
    [InlineData("\"abc")]
    [InlineData("\"\\x\"")]
    [InlineData("\"\\u12g4\"")]
    [InlineData("\"\\u12")]
    [InlineData("\"\\")]
    [InlineData("\"tab\there\"")]
    [InlineData("1 1")]
    public void ReadRaw_what_Python_refuses_is_refused(string json)
        => Assert.Throws<JournalFormatException>(() =>
        {
            var reader = new JournalTokenizer(Encoding.UTF8.GetBytes(json));
            reader.ReadRaw();
            reader.ExpectEnd();
        });

    [Fact]
    public void ReadRaw_nesting_without_end_is_refused_before_the_stack_ends()
        => Assert.Throws<JournalFormatException>(() => new JournalTokenizer(Encoding.UTF8.GetBytes(new string('[', 100_000))).ReadRaw());

    [Fact]
    public void ReadString_escapes_are_decoded()
    {
        var reader = new JournalTokenizer("\"a\\\"\\\\\\/\\b\\f\\n\\r\\t\\u00e9\\ud83d\\ude00\\ud800é\""u8);
        Assert.Equal("a\"\\/\b\f\n\r\té😀\ud800é", reader.ReadString().Decode());
    }

    [Fact]
    public void NextMember_nested_containers_are_walked_in_order()
    {
        var reader = new JournalTokenizer("{ \"a\" : [ 1 , { } , [ ] ] , \"b\" : { \"c\" : null } }"u8);
        reader.EnterObject();
        Assert.True(reader.NextMember(out JournalString name));
        Assert.Equal("a", name.Decode());
        reader.EnterArray();
        Assert.True(reader.NextElement());
        Assert.Equal(1, reader.ReadInteger());
        Assert.True(reader.NextElement());
        Assert.Equal("{ }", Encoding.UTF8.GetString(reader.ReadRaw()));
        Assert.True(reader.NextElement());
        reader.EnterArray();
        Assert.False(reader.NextElement());
        Assert.False(reader.NextElement());
        Assert.True(reader.NextMember(out name));
        Assert.Equal("b", name.Decode());
        Assert.Equal("{ \"c\" : null }", Encoding.UTF8.GetString(reader.ReadRaw()));
        Assert.False(reader.NextMember(out _));
        reader.ExpectEnd();
    }
}
