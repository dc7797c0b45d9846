using HyperTune.Generators.Declarations;

namespace HyperTune.Generators.Tests;

/// <summary>Constants are equal where they are written alike, and one value where C# says so.</summary>
public sealed class ConstantValueTests
{
    [Fact]
    public void Zeros_of_both_signs_are_one_value_and_two_constants()
        => AssertOneValueOfTwoConstants(ConstantValue.Of(ValueKind.Double, 0.0), ConstantValue.Of(ValueKind.Double, -0.0));

    [Fact]
    public void Decimals_with_more_zeros_are_one_value_and_two_constants()
        => AssertOneValueOfTwoConstants(ConstantValue.Of(ValueKind.Decimal, 1.0m), ConstantValue.Of(ValueKind.Decimal, 1.00m));

    [Theory]
    [InlineData("-79228162514264337593543950335")]
    [InlineData("0.0000000000000000000000000001")]
    [InlineData("18446744073709551616.5")]
    [InlineData("-2147483648")]
    public void Decimal_comes_back_with_its_digits(string text)
    {
        decimal number = decimal.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
        Assert.Equal(decimal.GetBits(number), decimal.GetBits(ConstantValue.Of(ValueKind.Decimal, number).Decimal));
    }

    [Fact]
    public void Values_of_different_kinds_differ()
    {
        ConstantValue[] values = [ConstantValue.Null, ConstantValue.Of(false), ConstantValue.Of('\0'), ConstantValue.Of(""), ConstantValue.Of(0UL), ConstantValue.Of(ValueKind.Int64, 0L)];
        Assert.Equal(values.Length, values.Distinct().Count());
        Assert.Equal(values.Length, values.Distinct(ConstantValue.ByValue).Count());
    }

    private static void AssertOneValueOfTwoConstants(ConstantValue first, ConstantValue second)
    {
        Assert.NotEqual(first, second);
        Assert.Equal(first, second, ConstantValue.ByValue);
        Assert.Equal(ConstantValue.ByValue.GetHashCode(first), ConstantValue.ByValue.GetHashCode(second));
    }
}
