### The body as host: sleep, movement, weight, habits. Optional, never commented on, no advice follows.

# Must achieve: says why these questions matter, without promising anything, and that all may be skipped. Awaiting signature.
host-offer =
    A few short questions are left, about weight, sleep, movement and habits.
    All of this affects how a body responds. So the physician looks at it too.
    They are optional. Shall we go through them?
    .yes = Yes
    .skip = I would rather skip
    .line = Habits
    .why = The plan around a treatment matters as much as the treatment. That is why I ask.
host-weight =
    How much do you weigh?
    Pounds or kilos are fine.
    .line = Weight
    .why = The physician works with your weight. Nobody will comment on it.
host-height =
    How tall are you?
    For example: “5 ft 6”.
    .line = Height
    .why = The physician reads it together with your weight. Nobody else needs it.
host-sleep_hours = How many hours do you sleep on a usual night?
    .line = Hours of sleep
    .why = Sleep affects how a body responds.
host-activity =
    In a usual week, on how many days do you move for half an hour or more?
    Walking, housework and your job count too.
    .line = Days with movement
    .why = The physician wants to know where you start from. No number is bad.
host-rehab = Have you had physical therapy for this problem?
    .now = Yes, now
    .past_year = Yes, in the past year
    .earlier = Yes, longer ago
    .never = No, never
    .line = Physical therapy
    .why = For knees, shoulders and injuries, rehabilitation is part of the plan.
host-smoking_alcohol =
    Do you use any of these? Nobody judges.
    You can choose several.
    .tobacco_now = Tobacco or vaping, now
    .tobacco_past = Tobacco, in the past
    .alcohol_often = Alcohol on most days
    .other_drugs = Other drugs
    .none = None of this
    .line = Tobacco and alcohol
    .why = Tobacco and alcohol affect how a body responds. Only the physician reads it.
host-pain_meds =
    What do you take for pain in a usual week, and how often?
    If you take nothing, type “nothing”.
    .line = Pain medicine
    .why = It shows the physician how much pain there is today, and how you deal with it.
host-stress_mood = How has your mood been in the last few weeks?
    .good = Good
    .up_and_down = Up and down
    .low = Low
    .very_low = Very low
    .line = Mood
    .why = Pain and mood affect each other. If things are very hard, a person can talk with you.

## Kept for the physician's own interview; worded here in case the clinic asks them in the chat.

host-waist =
    What is your waist size?
    For example: “38 inches”.
    .line = Waist
    .why = Fat around the waist is linked to inflammation. Nobody will comment on yours.
host-glucose = Has a doctor told you any of this about your blood sugar?
    .diabetes = Diabetes
    .prediabetes = Prediabetes
    .insulin_resistance = Insulin resistance
    .none = None
    .line = Blood sugar
    .why = Blood sugar affects how a body responds.
host-inflammation =
    Do you have an inflammatory illness, or trouble with your gums?
    Write what you know.
    .line = Inflammation
    .why = Inflammation in another part of the body counts too.
host-food =
    Do you eat at regular times, or has your weight changed in the last few months?
    Write it in your own words.
    .line = Food
    .why = Food is part of the plan the physician looks at.
