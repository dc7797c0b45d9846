using System.Collections.Immutable;
using HyperTune.Generators.Model;

namespace HyperTune.Generators.Tests;

public sealed class EquatableArrayTests
{
    [Fact]
    public void Arrays_with_equal_items_are_equal()
    {
        EquatableArray<string> left = Of("a", "b"), right = Of("a", "b");
        Assert.True(left.Equals(right) && left == right && !(left != right) && left.Equals((object)right));
        Assert.Equal(left.GetHashCode(), right.GetHashCode());
    }

    [Fact]
    public void Default_array_is_the_empty_one()
    {
        EquatableArray<string> nothing = default;
        Assert.Equal(EquatableArray<string>.Empty, nothing);
        Assert.Equal(EquatableArray<string>.Empty.GetHashCode(), nothing.GetHashCode());
        Assert.Empty(nothing);
    }

    [Theory]
    [InlineData("a b", "b a")]
    [InlineData("a", "a a")]
    [InlineData("a", "")]
    public void Order_and_number_of_items_count(string left, string right)
    {
        Assert.NotEqual(Of(left.Split(' ')), Of(right.Split(' ')));
        Assert.NotEqual(Of(left.Split(' ')).GetHashCode(), Of(right.Split(' ')).GetHashCode());
    }

    [Fact]
    public void Array_is_not_equal_to_something_else() => Assert.False(Of("a").Equals("a"));

    [Fact]
    public void Items_come_in_order() => Assert.Equal(["b", "a"], Of("b", "a"));

    private static EquatableArray<string> Of(params string[] items) => new(ImmutableArray.Create(items));
}
