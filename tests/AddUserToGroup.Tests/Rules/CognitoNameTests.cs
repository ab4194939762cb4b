using AddUserToGroup.Rules;

namespace AddUserToGroup.Tests.Rules;

public sealed class CognitoNameTests
{
    [Theory]
    [InlineData("a")]
    [InlineData("EDITORS")]
    [InlineData("5468d468-4061-70ed-8870-45c766d26225")]
    [InlineData("ann+news@example.com")]
    [InlineData("Google_1234567890")]
    [InlineData("a,b/c\\d\"e'f<g>{h}")]
    [InlineData("Zoë")]
    [InlineData("Zoe\u0308")]
    [InlineData("编辑")]
    [InlineData("😀")]
    [InlineData("\uFFFD")]
    [InlineData("a\u0378")]
    [InlineData("❤\uFE0F")]
    [InlineData("a\u034Fb")]
    [InlineData("\u2801")]
    public void Takes_what_Cognito_takes(string name) => Assert.Null(Fault(name));

    [Theory]
    [InlineData("a b")]
    [InlineData(" a")]
    [InlineData("a ")]
    [InlineData(" ")]
    [InlineData("a\n")]
    [InlineData("a\r\nb")]
    [InlineData("a\tb")]
    [InlineData("a\0")]
    [InlineData("a\u00A0b")]
    [InlineData("a\u2028b")]
    [InlineData("a\u2029b")]
    [InlineData("a\u200Bb")]
    [InlineData("a\u202Eb")]
    [InlineData("\uFEFFa")]
    [InlineData("a\u0085b")]
    [InlineData("a\uE000b")]
    [InlineData("👩\u200D🚀")]
    [InlineData("a\u115F")]
    [InlineData("a\u1160")]
    [InlineData("\u2800")]
    [InlineData("\u3164")]
    [InlineData("a\uFFA0b")]
    public void Refuses_what_shows_nothing(string name) =>
        Assert.Equal("must not contain white space, control, format or private-use characters, or fillers", Fault(name));

    [Fact]
    public void Refuses_half_a_surrogate_pair() =>
        Assert.Equal("must not contain white space, control, format or private-use characters, or fillers", Fault("a\uD83D"));

    [Fact]
    public void Refuses_null() => Assert.Equal("must be given, as a string", Fault(null));

    [Fact]
    public void Refuses_the_empty_name() => Assert.Equal("must not be empty", Fault(""));

    [Theory]
    [InlineData("a")]
    [InlineData("é")]
    [InlineData("😀")]
    public void Counts_the_length_in_characters_up_to_128(string character)
    {
        Assert.Null(Fault(Repeat(character, 128)));
        Assert.Equal("must not be longer than 128 characters", Fault(Repeat(character, 129)));
    }

    private static string Repeat(string text, int count) => string.Concat(Enumerable.Repeat(text, count));

    private static string? Fault(string? name)
    {
        Assert.Equal(CognitoName.IsGood(name, out var fault), fault is null);
        return fault;
    }
}
