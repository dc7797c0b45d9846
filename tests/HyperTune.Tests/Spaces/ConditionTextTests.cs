namespace HyperTune.Tests.Spaces;

public sealed class ConditionTextTests
{
    [Theory]
    [InlineData("Optimizer{4:Adam}", "Optimizer is Adam")]
    [InlineData("Optimizer{4:Adam,3:Sgd}", "Optimizer is Adam or Sgd")]
    [InlineData("Name{3:a,b,2:{}}", "Name is a,b or {}")]
    [InlineData("Layers.Count[2,Infinity]", "Layers.Count is at least 2")]
    [InlineData("Layers[1].Rate[0.1,0.5]", "Layers[1].Rate in [0.1, 0.5]")]
    [InlineData("<=Layers?", "not above Layers")]
    [InlineData(">=Low?Kind{1:a}", "Kind is a, not below Low")]
    [InlineData("Kind{9:a}", "Kind{9:a}")]
    [InlineData("Kind{a}", "Kind{a}")]
    [InlineData("Kind[1]", "Kind[1]")]
    [InlineData("what a newer version writes", "what a newer version writes")]
    public void Canonical_texts_are_told_in_words(string canonical, string words) => Assert.Equal(words, ConditionText.ToWords(canonical));
}
